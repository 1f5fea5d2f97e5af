module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%0: tensor<4x5xf32>, %1: tensor<5x6xf32>, %2: tensor<7x4x5xbf16>, %3: tensor<7x5x6xbf16>) -> (tensor<4x6xf32>, tensor<4x6xf32>, tensor<4x6xf32>, tensor<5x5xf32>, tensor<f32>, tensor<7x4x6xf32>) {
    %4 = "stablehlo.dot_general"(%0, %1) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>} : (tensor<4x5xf32>, tensor<5x6xf32>) -> tensor<4x6xf32>
    %5 = "stablehlo.dot_general"(%0, %1) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x5xf32>, tensor<5x6xf32>) -> tensor<4x6xf32>
    %6 = "stablehlo.dot_general"(%0, %1) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, algorithm = #stablehlo.dot_algorithm<lhs_precision_type = tf32, rhs_precision_type = tf32, accumulation_type = f32, lhs_component_count = 1, rhs_component_count = 1, num_primitive_operations = 1, allow_imprecise_accumulation = false>} : (tensor<4x5xf32>, tensor<5x6xf32>) -> tensor<4x6xf32>
    %7 = "stablehlo.dot_general"(%0, %0) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>} : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<5x5xf32>
    %8 = "stablehlo.dot_general"(%0, %0) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0, 1], rhs_contracting_dimensions = [0, 1]>} : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<f32>
    %9 = "stablehlo.dot_general"(%2, %3) {dot_dimension_numbers = #stablehlo.dot<lhs_batching_dimensions = [0], rhs_batching_dimensions = [0], lhs_contracting_dimensions = [2], rhs_contracting_dimensions = [1]>} : (tensor<7x4x5xbf16>, tensor<7x5x6xbf16>) -> tensor<7x4x6xf32>
    "func.return"(%4, %5, %6, %7, %8, %9) : (tensor<4x6xf32>, tensor<4x6xf32>, tensor<4x6xf32>, tensor<5x5xf32>, tensor<f32>, tensor<7x4x6xf32>) -> ()
  }
}
