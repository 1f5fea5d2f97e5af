module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%0: tensor<2x3xf32>, %1: tensor<4xi32>, %2: tensor<4xui32>, %3: tensor<2x2xi1>) -> (tensor<f32>, tensor<3xf32>, tensor<2xf32>, tensor<2x3xf32>, tensor<i32>, tensor<i32>, tensor<i32>, tensor<ui32>, tensor<ui32>, tensor<i1>, tensor<2xi1>) {
    %7 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
    %8 = "stablehlo.reduce"(%0, %7) (
    {
    ^bb0(%4: tensor<f32>, %5: tensor<f32>):
      %6 = "stablehlo.add"(%4, %5) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%6) : (tensor<f32>) -> ()
    }) {dimensions = array<i64: 0, 1>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<f32>
    %12 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
    %13 = "stablehlo.reduce"(%0, %12) (
    {
    ^bb0(%9: tensor<f32>, %10: tensor<f32>):
      %11 = "stablehlo.add"(%9, %10) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%11) : (tensor<f32>) -> ()
    }) {dimensions = array<i64: 0>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<3xf32>
    %17 = "stablehlo.constant"() {value = dense<0xFF800000> : tensor<f32>} : () -> tensor<f32>
    %18 = "stablehlo.reduce"(%0, %17) (
    {
    ^bb0(%14: tensor<f32>, %15: tensor<f32>):
      %16 = "stablehlo.maximum"(%14, %15) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%16) : (tensor<f32>) -> ()
    }) {dimensions = array<i64: 1>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
    %22 = "stablehlo.constant"() {value = dense<0x7F800000> : tensor<f32>} : () -> tensor<f32>
    %23 = "stablehlo.reduce"(%0, %22) (
    {
    ^bb0(%19: tensor<f32>, %20: tensor<f32>):
      %21 = "stablehlo.minimum"(%19, %20) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%21) : (tensor<f32>) -> ()
    }) {dimensions = array<i64>} : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
    %27 = "stablehlo.constant"() {value = dense<-2147483648> : tensor<i32>} : () -> tensor<i32>
    %28 = "stablehlo.reduce"(%1, %27) (
    {
    ^bb0(%24: tensor<i32>, %25: tensor<i32>):
      %26 = "stablehlo.maximum"(%24, %25) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%26) : (tensor<i32>) -> ()
    }) {dimensions = array<i64: 0>} : (tensor<4xi32>, tensor<i32>) -> tensor<i32>
    %32 = "stablehlo.constant"() {value = dense<2147483647> : tensor<i32>} : () -> tensor<i32>
    %33 = "stablehlo.reduce"(%1, %32) (
    {
    ^bb0(%29: tensor<i32>, %30: tensor<i32>):
      %31 = "stablehlo.minimum"(%29, %30) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%31) : (tensor<i32>) -> ()
    }) {dimensions = array<i64: 0>} : (tensor<4xi32>, tensor<i32>) -> tensor<i32>
    %37 = "stablehlo.constant"() {value = dense<-1> : tensor<i32>} : () -> tensor<i32>
    %38 = "stablehlo.reduce"(%1, %37) (
    {
    ^bb0(%34: tensor<i32>, %35: tensor<i32>):
      %36 = "stablehlo.and"(%34, %35) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      "stablehlo.return"(%36) : (tensor<i32>) -> ()
    }) {dimensions = array<i64: 0>} : (tensor<4xi32>, tensor<i32>) -> tensor<i32>
    %42 = "stablehlo.constant"() {value = dense<4294967295> : tensor<ui32>} : () -> tensor<ui32>
    %43 = "stablehlo.reduce"(%2, %42) (
    {
    ^bb0(%39: tensor<ui32>, %40: tensor<ui32>):
      %41 = "stablehlo.and"(%39, %40) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      "stablehlo.return"(%41) : (tensor<ui32>) -> ()
    }) {dimensions = array<i64: 0>} : (tensor<4xui32>, tensor<ui32>) -> tensor<ui32>
    %47 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
    %48 = "stablehlo.reduce"(%2, %47) (
    {
    ^bb0(%44: tensor<ui32>, %45: tensor<ui32>):
      %46 = "stablehlo.maximum"(%44, %45) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      "stablehlo.return"(%46) : (tensor<ui32>) -> ()
    }) {dimensions = array<i64: 0>} : (tensor<4xui32>, tensor<ui32>) -> tensor<ui32>
    %52 = "stablehlo.constant"() {value = dense<true> : tensor<i1>} : () -> tensor<i1>
    %53 = "stablehlo.reduce"(%3, %52) (
    {
    ^bb0(%49: tensor<i1>, %50: tensor<i1>):
      %51 = "stablehlo.and"(%49, %50) : (tensor<i1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%51) : (tensor<i1>) -> ()
    }) {dimensions = array<i64: 0, 1>} : (tensor<2x2xi1>, tensor<i1>) -> tensor<i1>
    %57 = "stablehlo.constant"() {value = dense<false> : tensor<i1>} : () -> tensor<i1>
    %58 = "stablehlo.reduce"(%3, %57) (
    {
    ^bb0(%54: tensor<i1>, %55: tensor<i1>):
      %56 = "stablehlo.or"(%54, %55) : (tensor<i1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%56) : (tensor<i1>) -> ()
    }) {dimensions = array<i64: 1>} : (tensor<2x2xi1>, tensor<i1>) -> tensor<2xi1>
    "func.return"(%8, %13, %18, %23, %28, %33, %38, %43, %48, %53, %58) : (tensor<f32>, tensor<3xf32>, tensor<2xf32>, tensor<2x3xf32>, tensor<i32>, tensor<i32>, tensor<i32>, tensor<ui32>, tensor<ui32>, tensor<i1>, tensor<2xi1>) -> ()
  }
}
