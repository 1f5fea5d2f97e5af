module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 4 : i32} {
  func.func public @main(%0: tensor<8x2xf32>, %1: tensor<i1>) -> (tensor<ui32>, tensor<8x2xf32>, tensor<i1>, tensor<2x2xf32>, tensor<32x2xf32>) {
    %2 = "stablehlo.replica_id"() : () -> tensor<ui32>
    %6 = "stablehlo.all_reduce"(%0) (
    {
    ^bb0(%3: tensor<f32>, %4: tensor<f32>):
      %5 = "stablehlo.add"(%3, %4) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%5) : (tensor<f32>) -> ()
    }) {replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>} : (tensor<8x2xf32>) -> tensor<8x2xf32>
    %10 = "stablehlo.all_reduce"(%1) (
    {
    ^bb0(%7: tensor<i1>, %8: tensor<i1>):
      %9 = "stablehlo.and"(%7, %8) : (tensor<i1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%9) : (tensor<i1>) -> ()
    }) {replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>} : (tensor<i1>) -> tensor<i1>
    %14 = "stablehlo.reduce_scatter"(%0) (
    {
    ^bb0(%11: tensor<f32>, %12: tensor<f32>):
      %13 = "stablehlo.add"(%11, %12) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%13) : (tensor<f32>) -> ()
    }) {replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>, scatter_dimension = 0 : i64} : (tensor<8x2xf32>) -> tensor<2x2xf32>
    %15 = "stablehlo.all_gather"(%0) {replica_groups = dense<[[0, 1, 2, 3]]> : tensor<1x4xi64>, all_gather_dim = 0 : i64} : (tensor<8x2xf32>) -> tensor<32x2xf32>
    "func.return"(%2, %6, %10, %14, %15) : (tensor<ui32>, tensor<8x2xf32>, tensor<i1>, tensor<2x2xf32>, tensor<32x2xf32>) -> ()
  }
}
