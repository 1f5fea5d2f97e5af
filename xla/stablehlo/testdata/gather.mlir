module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%0: tensor<10x4xf32>, %1: tensor<10xf32>, %2: tensor<6xi32>, %3: tensor<6x4xf32>, %4: tensor<6xf32>) -> (tensor<6x4xf32>, tensor<6xf32>, tensor<10x4xf32>, tensor<10xf32>) {
    %5 = "stablehlo.gather"(%0, %2) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<10x4xf32>, tensor<6xi32>) -> tensor<6x4xf32>
    %6 = "stablehlo.gather"(%1, %2) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = true} : (tensor<10xf32>, tensor<6xi32>) -> tensor<6xf32>
    %10 = "stablehlo.scatter"(%0, %2, %3) (
    {
    ^bb0(%7: tensor<f32>, %8: tensor<f32>):
      %9 = "stablehlo.add"(%7, %8) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%9) : (tensor<f32>) -> ()
    }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<10x4xf32>, tensor<6xi32>, tensor<6x4xf32>) -> tensor<10x4xf32>
    %14 = "stablehlo.scatter"(%1, %2, %4) (
    {
    ^bb0(%11: tensor<f32>, %12: tensor<f32>):
      %13 = "stablehlo.add"(%11, %12) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      "stablehlo.return"(%13) : (tensor<f32>) -> ()
    }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = true} : (tensor<10xf32>, tensor<6xi32>, tensor<6xf32>) -> tensor<10xf32>
    "func.return"(%5, %6, %10, %14) : (tensor<6x4xf32>, tensor<6xf32>, tensor<10x4xf32>, tensor<10xf32>) -> ()
  }
}
