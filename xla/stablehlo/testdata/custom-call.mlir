module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%0: tensor<1024xf32>, %1: tensor<1024xf32>) -> (tensor<1024xf32>, tensor<1024xf32>, tensor<1024xf32>) {
    %2, %3 = "stablehlo.custom_call"(%0, %1) {call_target_name = "__gpu$xla.gpu.ptx", api_version = 4 : i32, has_side_effect = false, backend_config = {name = "add_into", kernel_type = "ptx", kernel_data = ".version 8.0\0A.target sm_90a // \22quoted\22 \5C \C3\A9\0A", grid_x = 1 : i32, grid_y = 1 : i32, grid_z = 1 : i32, block_x = 384 : i32, block_y = 1 : i32, block_z = 1 : i32, shared_mem_bytes = 200000 : i32}, output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [0], operand_index = 0, operand_tuple_indices = []>]} : (tensor<1024xf32>, tensor<1024xf32>) -> (tensor<1024xf32>, tensor<1024xf32>)
    %4 = "stablehlo.custom_call"(%1) {call_target_name = "example", api_version = 4 : i32, has_side_effect = true, backend_config = {scale = 0.5 : f32, seed = 18446744073709551615 : ui64, debug = false, list = [1 : i64, "two"], nested = {least = -128 : i8}}, output_operand_aliases = [#stablehlo.output_operand_alias<output_tuple_indices = [], operand_index = 0, operand_tuple_indices = []>]} : (tensor<1024xf32>) -> tensor<1024xf32>
    "func.return"(%2, %3, %4) : (tensor<1024xf32>, tensor<1024xf32>, tensor<1024xf32>) -> ()
  }
}
