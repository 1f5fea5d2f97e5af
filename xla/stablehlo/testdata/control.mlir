module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%0: tensor<i32>, %1: tensor<4xf32>, %2: tensor<4xui32>) -> (tensor<i32>, tensor<4xf32>, tensor<4xui32>, tensor<4xf32>, tensor<4xf32>, tensor<4xui32>) {
    %3 = "stablehlo.constant"() {value = dense<0> : tensor<i32>} : () -> tensor<i32>
    %12, %13 = "stablehlo.while"(%3, %1) (
    {
    ^bb0(%4: tensor<i32>, %5: tensor<4xf32>):
      %6 = "stablehlo.compare"(%4, %0) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "stablehlo.return"(%6) : (tensor<i1>) -> ()
    },
    {
    ^bb0(%7: tensor<i32>, %8: tensor<4xf32>):
      %9 = "stablehlo.constant"() {value = dense<1> : tensor<i32>} : () -> tensor<i32>
      %10 = "stablehlo.add"(%7, %9) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %11 = "stablehlo.add"(%8, %1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%10, %11) : (tensor<i32>, tensor<4xf32>) -> ()
    }) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
    %19, %20 = "stablehlo.sort"(%2, %1) (
    {
    ^bb0(%14: tensor<ui32>, %15: tensor<ui32>, %16: tensor<f32>, %17: tensor<f32>):
      %18 = "stablehlo.compare"(%14, %15) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
      "stablehlo.return"(%18) : (tensor<i1>) -> ()
    }) {dimension = 0 : i64, is_stable = true} : (tensor<4xui32>, tensor<4xf32>) -> (tensor<4xui32>, tensor<4xf32>)
    %21, %22 = "stablehlo.optimization_barrier"(%1, %2) : (tensor<4xf32>, tensor<4xui32>) -> (tensor<4xf32>, tensor<4xui32>)
    "func.return"(%12, %13, %19, %20, %21, %22) : (tensor<i32>, tensor<4xf32>, tensor<4xui32>, tensor<4xf32>, tensor<4xf32>, tensor<4xui32>) -> ()
  }
}
