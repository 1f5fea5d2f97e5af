module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%0: tensor<4xf32>, %1: tensor<4xf32>, %2: tensor<4xui32>, %3: tensor<4xi1>, %4: tensor<i1>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xi1>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xf32>, tensor<4xf32>, tensor<4xbf16>, tensor<4xf32>, tensor<4xui64>, tensor<4xui32>) {
    %5 = "stablehlo.add"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %6 = "stablehlo.subtract"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %7 = "stablehlo.multiply"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %8 = "stablehlo.divide"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %9 = "stablehlo.remainder"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %10 = "stablehlo.maximum"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %11 = "stablehlo.minimum"(%0, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %12 = "stablehlo.negate"(%0) : (tensor<4xf32>) -> tensor<4xf32>
    %13 = "stablehlo.abs"(%0) : (tensor<4xf32>) -> tensor<4xf32>
    %14 = "stablehlo.exponential"(%0) : (tensor<4xf32>) -> tensor<4xf32>
    %15 = "stablehlo.log"(%0) : (tensor<4xf32>) -> tensor<4xf32>
    %16 = "stablehlo.log_plus_one"(%0) : (tensor<4xf32>) -> tensor<4xf32>
    %17 = "stablehlo.sqrt"(%0) : (tensor<4xf32>) -> tensor<4xf32>
    %18 = "stablehlo.logistic"(%0) : (tensor<4xf32>) -> tensor<4xf32>
    %19 = "stablehlo.is_finite"(%0) : (tensor<4xf32>) -> tensor<4xi1>
    %20 = "stablehlo.constant"() {value = dense<5> : tensor<4xui32>} : () -> tensor<4xui32>
    %21 = "stablehlo.and"(%2, %20) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
    %22 = "stablehlo.constant"() {value = dense<5> : tensor<4xui32>} : () -> tensor<4xui32>
    %23 = "stablehlo.or"(%2, %22) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
    %24 = "stablehlo.constant"() {value = dense<5> : tensor<4xui32>} : () -> tensor<4xui32>
    %25 = "stablehlo.xor"(%2, %24) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
    %26 = "stablehlo.constant"() {value = dense<5> : tensor<4xui32>} : () -> tensor<4xui32>
    %27 = "stablehlo.shift_left"(%2, %26) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
    %28 = "stablehlo.constant"() {value = dense<5> : tensor<4xui32>} : () -> tensor<4xui32>
    %29 = "stablehlo.shift_right_logical"(%2, %28) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
    %30 = "stablehlo.not"(%2) : (tensor<4xui32>) -> tensor<4xui32>
    %31 = "stablehlo.not"(%3) : (tensor<4xi1>) -> tensor<4xi1>
    %32 = "stablehlo.and"(%3, %3) : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
    %33 = "stablehlo.compare"(%0, %1) {comparison_direction = #stablehlo<comparison_direction EQ>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %34 = "stablehlo.compare"(%0, %1) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %35 = "stablehlo.compare"(%0, %1) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %36 = "stablehlo.compare"(%0, %1) {comparison_direction = #stablehlo<comparison_direction LE>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %37 = "stablehlo.compare"(%0, %1) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %38 = "stablehlo.compare"(%0, %1) {comparison_direction = #stablehlo<comparison_direction GE>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %39 = "stablehlo.constant"() {value = dense<0.0> : tensor<4xf32>} : () -> tensor<4xf32>
    %40 = "stablehlo.select"(%3, %0, %39) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %41 = "stablehlo.constant"() {value = dense<1.0> : tensor<4xf32>} : () -> tensor<4xf32>
    %42 = "stablehlo.select"(%4, %41, %1) : (tensor<i1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %43 = "stablehlo.convert"(%0) : (tensor<4xf32>) -> tensor<4xbf16>
    %44 = "stablehlo.convert"(%3) : (tensor<4xi1>) -> tensor<4xf32>
    %45 = "stablehlo.convert"(%2) : (tensor<4xui32>) -> tensor<4xui64>
    %46 = "stablehlo.bitcast_convert"(%0) : (tensor<4xf32>) -> tensor<4xui32>
    "func.return"(%5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18, %19, %21, %23, %25, %27, %29, %30, %31, %32, %33, %34, %35, %36, %37, %38, %40, %42, %43, %44, %45, %46) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xi1>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xui32>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xi1>, tensor<4xf32>, tensor<4xf32>, tensor<4xbf16>, tensor<4xf32>, tensor<4xui64>, tensor<4xui32>) -> ()
  }
}
