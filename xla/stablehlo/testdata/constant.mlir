module @test attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%0: tensor<f32>) -> (tensor<2x2xf32>, tensor<3xf32>, tensor<f16>, tensor<2xbf16>, tensor<f64>, tensor<2x0xf32>, tensor<ui64>, tensor<3xi32>, tensor<2xi1>, tensor<4xui32>, tensor<2x3xf32>) {
    %1 = "stablehlo.constant"() {value = dense<[[1.0, -0.0], [1.401298464324817e-45, 0.10000000149011612]]> : tensor<2x2xf32>} : () -> tensor<2x2xf32>
    %2 = "stablehlo.constant"() {value = dense<[0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<3xf32>} : () -> tensor<3xf32>
    %3 = "stablehlo.constant"() {value = dense<0xFC00> : tensor<f16>} : () -> tensor<f16>
    %4 = "stablehlo.constant"() {value = dense<3.0000000054977558e+38> : tensor<2xbf16>} : () -> tensor<2xbf16>
    %5 = "stablehlo.constant"() {value = dense<1.0e+300> : tensor<f64>} : () -> tensor<f64>
    %6 = "stablehlo.constant"() {value = dense<> : tensor<2x0xf32>} : () -> tensor<2x0xf32>
    %7 = "stablehlo.constant"() {value = dense<18446744073709551615> : tensor<ui64>} : () -> tensor<ui64>
    %8 = "stablehlo.constant"() {value = dense<[-2147483648, 0, 2147483647]> : tensor<3xi32>} : () -> tensor<3xi32>
    %9 = "stablehlo.constant"() {value = dense<[true, false]> : tensor<2xi1>} : () -> tensor<2xi1>
    %10 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<4xui32>
    %11 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<2x3xf32>
    "func.return"(%1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11) : (tensor<2x2xf32>, tensor<3xf32>, tensor<f16>, tensor<2xbf16>, tensor<f64>, tensor<2x0xf32>, tensor<ui64>, tensor<3xi32>, tensor<2xi1>, tensor<4xui32>, tensor<2x3xf32>) -> ()
  }
}
