module @ncf_train_epoch attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 2 : i32} {
  func.func public @main(%0: tensor<5x2xf32> {tf.aliasing_output = 0 : i32}, %1: tensor<5x4xf32> {tf.aliasing_output = 1 : i32}, %2: tensor<7x2xf32> {tf.aliasing_output = 2 : i32}, %3: tensor<7x4xf32> {tf.aliasing_output = 3 : i32}, %4: tensor<8x4xf32> {tf.aliasing_output = 4 : i32}, %5: tensor<4xf32> {tf.aliasing_output = 5 : i32}, %6: tensor<4x2xf32> {tf.aliasing_output = 6 : i32}, %7: tensor<2xf32> {tf.aliasing_output = 7 : i32}, %8: tensor<2xf32> {tf.aliasing_output = 8 : i32}, %9: tensor<2xf32> {tf.aliasing_output = 9 : i32}, %10: tensor<1xf32> {tf.aliasing_output = 10 : i32}, %11: tensor<5x2xf32> {tf.aliasing_output = 11 : i32}, %12: tensor<5x4xf32> {tf.aliasing_output = 12 : i32}, %13: tensor<7x2xf32> {tf.aliasing_output = 13 : i32}, %14: tensor<7x4xf32> {tf.aliasing_output = 14 : i32}, %15: tensor<8x4xf32> {tf.aliasing_output = 15 : i32}, %16: tensor<4xf32> {tf.aliasing_output = 16 : i32}, %17: tensor<4x2xf32> {tf.aliasing_output = 17 : i32}, %18: tensor<2xf32> {tf.aliasing_output = 18 : i32}, %19: tensor<2xf32> {tf.aliasing_output = 19 : i32}, %20: tensor<2xf32> {tf.aliasing_output = 20 : i32}, %21: tensor<1xf32> {tf.aliasing_output = 21 : i32}, %22: tensor<5x2xf32> {tf.aliasing_output = 22 : i32}, %23: tensor<5x4xf32> {tf.aliasing_output = 23 : i32}, %24: tensor<7x2xf32> {tf.aliasing_output = 24 : i32}, %25: tensor<7x4xf32> {tf.aliasing_output = 25 : i32}, %26: tensor<8x4xf32> {tf.aliasing_output = 26 : i32}, %27: tensor<4xf32> {tf.aliasing_output = 27 : i32}, %28: tensor<4x2xf32> {tf.aliasing_output = 28 : i32}, %29: tensor<2xf32> {tf.aliasing_output = 29 : i32}, %30: tensor<2xf32> {tf.aliasing_output = 30 : i32}, %31: tensor<2xf32> {tf.aliasing_output = 31 : i32}, %32: tensor<1xf32> {tf.aliasing_output = 32 : i32}, %33: tensor<ui32> {tf.aliasing_output = 33 : i32}, %34: tensor<f32> {tf.aliasing_output = 34 : i32}, %35: tensor<i32> {tf.aliasing_output = 35 : i32}, %36: tensor<i32> {tf.aliasing_output = 36 : i32}, %37: tensor<11xi32>, %38: tensor<11xi32>, %39: tensor<6xui32>, %40: tensor<2xui32>, %41: tensor<4xui32>, %42: tensor<5x2x2xui32>, %43: tensor<5xf32>) -> (tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<5xf32>) {
    %44 = "stablehlo.slice"(%39) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<6xui32>) -> tensor<1xui32>
    %45 = "stablehlo.reshape"(%44) : (tensor<1xui32>) -> tensor<ui32>
    %46 = "stablehlo.slice"(%39) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<6xui32>) -> tensor<1xui32>
    %47 = "stablehlo.reshape"(%46) : (tensor<1xui32>) -> tensor<ui32>
    %48 = "stablehlo.slice"(%39) {start_indices = array<i64: 2>, limit_indices = array<i64: 3>, strides = array<i64: 1>} : (tensor<6xui32>) -> tensor<1xui32>
    %49 = "stablehlo.reshape"(%48) : (tensor<1xui32>) -> tensor<ui32>
    %50 = "stablehlo.slice"(%39) {start_indices = array<i64: 3>, limit_indices = array<i64: 4>, strides = array<i64: 1>} : (tensor<6xui32>) -> tensor<1xui32>
    %51 = "stablehlo.reshape"(%50) : (tensor<1xui32>) -> tensor<ui32>
    %52 = "stablehlo.slice"(%39) {start_indices = array<i64: 4>, limit_indices = array<i64: 5>, strides = array<i64: 1>} : (tensor<6xui32>) -> tensor<1xui32>
    %53 = "stablehlo.reshape"(%52) : (tensor<1xui32>) -> tensor<ui32>
    %54 = "stablehlo.slice"(%39) {start_indices = array<i64: 5>, limit_indices = array<i64: 6>, strides = array<i64: 1>} : (tensor<6xui32>) -> tensor<1xui32>
    %55 = "stablehlo.reshape"(%54) : (tensor<1xui32>) -> tensor<ui32>
    %56 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<33xui32>
    %57 = "stablehlo.constant"() {value = dense<33> : tensor<33xui32>} : () -> tensor<33xui32>
    %58 = "stablehlo.compare"(%56, %57) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xi1>
    %59 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
    %60 = "stablehlo.and"(%56, %59) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %61 = "stablehlo.constant"() {value = dense<3> : tensor<33xui32>} : () -> tensor<33xui32>
    %62 = "stablehlo.shift_right_logical"(%56, %61) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %63 = "stablehlo.broadcast_in_dim"(%45) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
    %64 = "stablehlo.xor"(%60, %63) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %65 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
    %66 = "stablehlo.shift_right_logical"(%64, %65) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %67 = "stablehlo.xor"(%64, %66) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %68 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
    %69 = "stablehlo.multiply"(%67, %68) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %70 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %71 = "stablehlo.shift_right_logical"(%69, %70) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %72 = "stablehlo.xor"(%69, %71) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %73 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
    %74 = "stablehlo.multiply"(%72, %73) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %75 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %76 = "stablehlo.shift_right_logical"(%74, %75) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %77 = "stablehlo.xor"(%74, %76) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %78 = "stablehlo.xor"(%62, %77) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %79 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
    %80 = "stablehlo.and"(%78, %79) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %81 = "stablehlo.broadcast_in_dim"(%47) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
    %82 = "stablehlo.xor"(%80, %81) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %83 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
    %84 = "stablehlo.shift_right_logical"(%82, %83) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %85 = "stablehlo.xor"(%82, %84) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %86 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
    %87 = "stablehlo.multiply"(%85, %86) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %88 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %89 = "stablehlo.shift_right_logical"(%87, %88) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %90 = "stablehlo.xor"(%87, %89) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %91 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
    %92 = "stablehlo.multiply"(%90, %91) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %93 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %94 = "stablehlo.shift_right_logical"(%92, %93) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %95 = "stablehlo.xor"(%92, %94) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %96 = "stablehlo.xor"(%60, %95) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %97 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
    %98 = "stablehlo.and"(%96, %97) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %99 = "stablehlo.broadcast_in_dim"(%49) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
    %100 = "stablehlo.xor"(%98, %99) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %101 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
    %102 = "stablehlo.shift_right_logical"(%100, %101) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %103 = "stablehlo.xor"(%100, %102) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %104 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
    %105 = "stablehlo.multiply"(%103, %104) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %106 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %107 = "stablehlo.shift_right_logical"(%105, %106) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %108 = "stablehlo.xor"(%105, %107) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %109 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
    %110 = "stablehlo.multiply"(%108, %109) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %111 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %112 = "stablehlo.shift_right_logical"(%110, %111) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %113 = "stablehlo.xor"(%110, %112) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %114 = "stablehlo.xor"(%80, %113) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %115 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
    %116 = "stablehlo.and"(%114, %115) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %117 = "stablehlo.broadcast_in_dim"(%51) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
    %118 = "stablehlo.xor"(%116, %117) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %119 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
    %120 = "stablehlo.shift_right_logical"(%118, %119) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %121 = "stablehlo.xor"(%118, %120) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %122 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
    %123 = "stablehlo.multiply"(%121, %122) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %124 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %125 = "stablehlo.shift_right_logical"(%123, %124) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %126 = "stablehlo.xor"(%123, %125) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %127 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
    %128 = "stablehlo.multiply"(%126, %127) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %129 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %130 = "stablehlo.shift_right_logical"(%128, %129) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %131 = "stablehlo.xor"(%128, %130) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %132 = "stablehlo.xor"(%98, %131) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %133 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
    %134 = "stablehlo.and"(%132, %133) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %135 = "stablehlo.broadcast_in_dim"(%53) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
    %136 = "stablehlo.xor"(%134, %135) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %137 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
    %138 = "stablehlo.shift_right_logical"(%136, %137) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %139 = "stablehlo.xor"(%136, %138) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %140 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
    %141 = "stablehlo.multiply"(%139, %140) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %142 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %143 = "stablehlo.shift_right_logical"(%141, %142) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %144 = "stablehlo.xor"(%141, %143) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %145 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
    %146 = "stablehlo.multiply"(%144, %145) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %147 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %148 = "stablehlo.shift_right_logical"(%146, %147) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %149 = "stablehlo.xor"(%146, %148) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %150 = "stablehlo.xor"(%116, %149) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %151 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
    %152 = "stablehlo.and"(%150, %151) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %153 = "stablehlo.broadcast_in_dim"(%55) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
    %154 = "stablehlo.xor"(%152, %153) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %155 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
    %156 = "stablehlo.shift_right_logical"(%154, %155) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %157 = "stablehlo.xor"(%154, %156) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %158 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
    %159 = "stablehlo.multiply"(%157, %158) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %160 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %161 = "stablehlo.shift_right_logical"(%159, %160) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %162 = "stablehlo.xor"(%159, %161) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %163 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
    %164 = "stablehlo.multiply"(%162, %163) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %165 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
    %166 = "stablehlo.shift_right_logical"(%164, %165) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %167 = "stablehlo.xor"(%164, %166) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %168 = "stablehlo.xor"(%134, %167) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %169 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
    %170 = "stablehlo.and"(%168, %169) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %171 = "stablehlo.constant"() {value = dense<3> : tensor<33xui32>} : () -> tensor<33xui32>
    %172 = "stablehlo.shift_left"(%152, %171) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %173 = "stablehlo.or"(%172, %170) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %174 = "stablehlo.select"(%58, %173, %56) : (tensor<33xi1>, tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
    %304 = "stablehlo.while"(%174) (
    {
    ^bb0(%175: tensor<33xui32>):
      %176 = "stablehlo.constant"() {value = dense<33> : tensor<33xui32>} : () -> tensor<33xui32>
      %177 = "stablehlo.compare"(%175, %176) {comparison_direction = #stablehlo<comparison_direction GE>} : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xi1>
      %178 = "stablehlo.and"(%177, %58) : (tensor<33xi1>, tensor<33xi1>) -> tensor<33xi1>
      %182 = "stablehlo.constant"() {value = dense<false> : tensor<i1>} : () -> tensor<i1>
      %183 = "stablehlo.reduce"(%178, %182) (
      {
      ^bb0(%179: tensor<i1>, %180: tensor<i1>):
        %181 = "stablehlo.or"(%179, %180) : (tensor<i1>, tensor<i1>) -> tensor<i1>
        "stablehlo.return"(%181) : (tensor<i1>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<33xi1>, tensor<i1>) -> tensor<i1>
      "stablehlo.return"(%183) : (tensor<i1>) -> ()
    },
    {
    ^bb0(%184: tensor<33xui32>):
      %185 = "stablehlo.constant"() {value = dense<33> : tensor<33xui32>} : () -> tensor<33xui32>
      %186 = "stablehlo.compare"(%184, %185) {comparison_direction = #stablehlo<comparison_direction GE>} : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xi1>
      %187 = "stablehlo.and"(%186, %58) : (tensor<33xi1>, tensor<33xi1>) -> tensor<33xi1>
      %188 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
      %189 = "stablehlo.and"(%184, %188) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %190 = "stablehlo.constant"() {value = dense<3> : tensor<33xui32>} : () -> tensor<33xui32>
      %191 = "stablehlo.shift_right_logical"(%184, %190) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %192 = "stablehlo.broadcast_in_dim"(%45) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
      %193 = "stablehlo.xor"(%189, %192) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %194 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
      %195 = "stablehlo.shift_right_logical"(%193, %194) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %196 = "stablehlo.xor"(%193, %195) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %197 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
      %198 = "stablehlo.multiply"(%196, %197) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %199 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %200 = "stablehlo.shift_right_logical"(%198, %199) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %201 = "stablehlo.xor"(%198, %200) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %202 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
      %203 = "stablehlo.multiply"(%201, %202) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %204 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %205 = "stablehlo.shift_right_logical"(%203, %204) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %206 = "stablehlo.xor"(%203, %205) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %207 = "stablehlo.xor"(%191, %206) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %208 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
      %209 = "stablehlo.and"(%207, %208) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %210 = "stablehlo.broadcast_in_dim"(%47) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
      %211 = "stablehlo.xor"(%209, %210) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %212 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
      %213 = "stablehlo.shift_right_logical"(%211, %212) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %214 = "stablehlo.xor"(%211, %213) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %215 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
      %216 = "stablehlo.multiply"(%214, %215) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %217 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %218 = "stablehlo.shift_right_logical"(%216, %217) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %219 = "stablehlo.xor"(%216, %218) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %220 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
      %221 = "stablehlo.multiply"(%219, %220) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %222 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %223 = "stablehlo.shift_right_logical"(%221, %222) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %224 = "stablehlo.xor"(%221, %223) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %225 = "stablehlo.xor"(%189, %224) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %226 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
      %227 = "stablehlo.and"(%225, %226) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %228 = "stablehlo.broadcast_in_dim"(%49) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
      %229 = "stablehlo.xor"(%227, %228) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %230 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
      %231 = "stablehlo.shift_right_logical"(%229, %230) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %232 = "stablehlo.xor"(%229, %231) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %233 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
      %234 = "stablehlo.multiply"(%232, %233) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %235 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %236 = "stablehlo.shift_right_logical"(%234, %235) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %237 = "stablehlo.xor"(%234, %236) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %238 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
      %239 = "stablehlo.multiply"(%237, %238) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %240 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %241 = "stablehlo.shift_right_logical"(%239, %240) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %242 = "stablehlo.xor"(%239, %241) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %243 = "stablehlo.xor"(%209, %242) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %244 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
      %245 = "stablehlo.and"(%243, %244) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %246 = "stablehlo.broadcast_in_dim"(%51) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
      %247 = "stablehlo.xor"(%245, %246) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %248 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
      %249 = "stablehlo.shift_right_logical"(%247, %248) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %250 = "stablehlo.xor"(%247, %249) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %251 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
      %252 = "stablehlo.multiply"(%250, %251) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %253 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %254 = "stablehlo.shift_right_logical"(%252, %253) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %255 = "stablehlo.xor"(%252, %254) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %256 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
      %257 = "stablehlo.multiply"(%255, %256) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %258 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %259 = "stablehlo.shift_right_logical"(%257, %258) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %260 = "stablehlo.xor"(%257, %259) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %261 = "stablehlo.xor"(%227, %260) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %262 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
      %263 = "stablehlo.and"(%261, %262) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %264 = "stablehlo.broadcast_in_dim"(%53) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
      %265 = "stablehlo.xor"(%263, %264) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %266 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
      %267 = "stablehlo.shift_right_logical"(%265, %266) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %268 = "stablehlo.xor"(%265, %267) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %269 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
      %270 = "stablehlo.multiply"(%268, %269) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %271 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %272 = "stablehlo.shift_right_logical"(%270, %271) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %273 = "stablehlo.xor"(%270, %272) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %274 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
      %275 = "stablehlo.multiply"(%273, %274) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %276 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %277 = "stablehlo.shift_right_logical"(%275, %276) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %278 = "stablehlo.xor"(%275, %277) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %279 = "stablehlo.xor"(%245, %278) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %280 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
      %281 = "stablehlo.and"(%279, %280) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %282 = "stablehlo.broadcast_in_dim"(%55) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<33xui32>
      %283 = "stablehlo.xor"(%281, %282) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %284 = "stablehlo.constant"() {value = dense<16> : tensor<33xui32>} : () -> tensor<33xui32>
      %285 = "stablehlo.shift_right_logical"(%283, %284) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %286 = "stablehlo.xor"(%283, %285) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %287 = "stablehlo.constant"() {value = dense<569420461> : tensor<33xui32>} : () -> tensor<33xui32>
      %288 = "stablehlo.multiply"(%286, %287) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %289 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %290 = "stablehlo.shift_right_logical"(%288, %289) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %291 = "stablehlo.xor"(%288, %290) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %292 = "stablehlo.constant"() {value = dense<1935289751> : tensor<33xui32>} : () -> tensor<33xui32>
      %293 = "stablehlo.multiply"(%291, %292) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %294 = "stablehlo.constant"() {value = dense<15> : tensor<33xui32>} : () -> tensor<33xui32>
      %295 = "stablehlo.shift_right_logical"(%293, %294) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %296 = "stablehlo.xor"(%293, %295) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %297 = "stablehlo.xor"(%263, %296) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %298 = "stablehlo.constant"() {value = dense<7> : tensor<33xui32>} : () -> tensor<33xui32>
      %299 = "stablehlo.and"(%297, %298) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %300 = "stablehlo.constant"() {value = dense<3> : tensor<33xui32>} : () -> tensor<33xui32>
      %301 = "stablehlo.shift_left"(%281, %300) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %302 = "stablehlo.or"(%301, %299) : (tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      %303 = "stablehlo.select"(%187, %302, %184) : (tensor<33xi1>, tensor<33xui32>, tensor<33xui32>) -> tensor<33xui32>
      "stablehlo.return"(%303) : (tensor<33xui32>) -> ()
    }) : (tensor<33xui32>) -> tensor<33xui32>
    %305 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
    %306 = "stablehlo.slice"(%40) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
    %307 = "stablehlo.reshape"(%306) : (tensor<1xui32>) -> tensor<ui32>
    %308 = "stablehlo.slice"(%40) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
    %309 = "stablehlo.reshape"(%308) : (tensor<1xui32>) -> tensor<ui32>
    %310 = "stablehlo.pad"(%304, %305) {edge_padding_low = array<i64: 0>, edge_padding_high = array<i64: 11>, interior_padding = array<i64: 0>} : (tensor<33xui32>, tensor<ui32>) -> tensor<44xui32>
    %311 = "stablehlo.replica_id"() : () -> tensor<ui32>
    %312 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
    %313 = "stablehlo.constant"() {value = dense<0.0> : tensor<5xf32>} : () -> tensor<5xf32>
    %984, %985, %986, %987, %988, %989, %990, %991, %992, %993, %994, %995, %996, %997, %998, %999, %1000, %1001, %1002, %1003, %1004, %1005, %1006, %1007, %1008, %1009, %1010, %1011, %1012, %1013, %1014, %1015, %1016, %1017, %1018, %1019, %1020, %1021, %1022 = "stablehlo.while"(%312, %313, %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18, %19, %20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31, %32, %33, %34, %35, %36) (
    {
    ^bb0(%314: tensor<ui32>, %315: tensor<5xf32>, %316: tensor<5x2xf32>, %317: tensor<5x4xf32>, %318: tensor<7x2xf32>, %319: tensor<7x4xf32>, %320: tensor<8x4xf32>, %321: tensor<4xf32>, %322: tensor<4x2xf32>, %323: tensor<2xf32>, %324: tensor<2xf32>, %325: tensor<2xf32>, %326: tensor<1xf32>, %327: tensor<5x2xf32>, %328: tensor<5x4xf32>, %329: tensor<7x2xf32>, %330: tensor<7x4xf32>, %331: tensor<8x4xf32>, %332: tensor<4xf32>, %333: tensor<4x2xf32>, %334: tensor<2xf32>, %335: tensor<2xf32>, %336: tensor<2xf32>, %337: tensor<1xf32>, %338: tensor<5x2xf32>, %339: tensor<5x4xf32>, %340: tensor<7x2xf32>, %341: tensor<7x4xf32>, %342: tensor<8x4xf32>, %343: tensor<4xf32>, %344: tensor<4x2xf32>, %345: tensor<2xf32>, %346: tensor<2xf32>, %347: tensor<2xf32>, %348: tensor<1xf32>, %349: tensor<ui32>, %350: tensor<f32>, %351: tensor<i32>, %352: tensor<i32>):
      %353 = "stablehlo.constant"() {value = dense<5> : tensor<ui32>} : () -> tensor<ui32>
      %354 = "stablehlo.compare"(%314, %353) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
      "stablehlo.return"(%354) : (tensor<i1>) -> ()
    },
    {
    ^bb0(%355: tensor<ui32>, %356: tensor<5xf32>, %357: tensor<5x2xf32>, %358: tensor<5x4xf32>, %359: tensor<7x2xf32>, %360: tensor<7x4xf32>, %361: tensor<8x4xf32>, %362: tensor<4xf32>, %363: tensor<4x2xf32>, %364: tensor<2xf32>, %365: tensor<2xf32>, %366: tensor<2xf32>, %367: tensor<1xf32>, %368: tensor<5x2xf32>, %369: tensor<5x4xf32>, %370: tensor<7x2xf32>, %371: tensor<7x4xf32>, %372: tensor<8x4xf32>, %373: tensor<4xf32>, %374: tensor<4x2xf32>, %375: tensor<2xf32>, %376: tensor<2xf32>, %377: tensor<2xf32>, %378: tensor<1xf32>, %379: tensor<5x2xf32>, %380: tensor<5x4xf32>, %381: tensor<7x2xf32>, %382: tensor<7x4xf32>, %383: tensor<8x4xf32>, %384: tensor<4xf32>, %385: tensor<4x2xf32>, %386: tensor<2xf32>, %387: tensor<2xf32>, %388: tensor<2xf32>, %389: tensor<1xf32>, %390: tensor<ui32>, %391: tensor<f32>, %392: tensor<i32>, %393: tensor<i32>):
      %394 = "stablehlo.constant"() {value = dense<4> : tensor<ui32>} : () -> tensor<ui32>
      %395 = "stablehlo.multiply"(%311, %394) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %396 = "stablehlo.constant"() {value = dense<8> : tensor<ui32>} : () -> tensor<ui32>
      %397 = "stablehlo.multiply"(%355, %396) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %398 = "stablehlo.add"(%397, %395) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %399 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<4xui32>
      %400 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<4xui32>
      %401 = "stablehlo.broadcast_in_dim"(%395) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4xui32>
      %402 = "stablehlo.add"(%399, %401) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %403 = "stablehlo.dynamic_slice"(%310, %398) {slice_sizes = array<i64: 4>} : (tensor<44xui32>, tensor<ui32>) -> tensor<4xui32>
      %404 = "stablehlo.constant"() {value = dense<11> : tensor<4xui32>} : () -> tensor<4xui32>
      %405 = "stablehlo.remainder"(%403, %404) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %413, %414, %415 = "stablehlo.sort"(%405, %403, %402) (
      {
      ^bb0(%406: tensor<ui32>, %407: tensor<ui32>, %408: tensor<ui32>, %409: tensor<ui32>, %410: tensor<ui32>, %411: tensor<ui32>):
        %412 = "stablehlo.compare"(%406, %407) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
        "stablehlo.return"(%412) : (tensor<i1>) -> ()
      }) {dimension = 0 : i64, is_stable = true} : (tensor<4xui32>, tensor<4xui32>, tensor<4xui32>) -> (tensor<4xui32>, tensor<4xui32>, tensor<4xui32>)
      %416 = "stablehlo.convert"(%413) : (tensor<4xui32>) -> tensor<4xi32>
      %417 = "stablehlo.constant"() {value = dense<11> : tensor<4xui32>} : () -> tensor<4xui32>
      %418 = "stablehlo.compare"(%414, %417) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xi1>
      %419 = "stablehlo.broadcast_in_dim"(%307) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4xui32>
      %420 = "stablehlo.xor"(%414, %419) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %421 = "stablehlo.constant"() {value = dense<16> : tensor<4xui32>} : () -> tensor<4xui32>
      %422 = "stablehlo.shift_right_logical"(%420, %421) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %423 = "stablehlo.xor"(%420, %422) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %424 = "stablehlo.constant"() {value = dense<569420461> : tensor<4xui32>} : () -> tensor<4xui32>
      %425 = "stablehlo.multiply"(%423, %424) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %426 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %427 = "stablehlo.shift_right_logical"(%425, %426) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %428 = "stablehlo.xor"(%425, %427) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %429 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4xui32>} : () -> tensor<4xui32>
      %430 = "stablehlo.multiply"(%428, %429) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %431 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %432 = "stablehlo.shift_right_logical"(%430, %431) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %433 = "stablehlo.xor"(%430, %432) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %434 = "stablehlo.broadcast_in_dim"(%309) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4xui32>
      %435 = "stablehlo.add"(%433, %434) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %436 = "stablehlo.constant"() {value = dense<16> : tensor<4xui32>} : () -> tensor<4xui32>
      %437 = "stablehlo.shift_right_logical"(%435, %436) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %438 = "stablehlo.xor"(%435, %437) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %439 = "stablehlo.constant"() {value = dense<569420461> : tensor<4xui32>} : () -> tensor<4xui32>
      %440 = "stablehlo.multiply"(%438, %439) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %441 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %442 = "stablehlo.shift_right_logical"(%440, %441) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %443 = "stablehlo.xor"(%440, %442) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %444 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4xui32>} : () -> tensor<4xui32>
      %445 = "stablehlo.multiply"(%443, %444) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %446 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %447 = "stablehlo.shift_right_logical"(%445, %446) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %448 = "stablehlo.xor"(%445, %447) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %449 = "stablehlo.convert"(%448) : (tensor<4xui32>) -> tensor<4xui64>
      %450 = "stablehlo.constant"() {value = dense<7> : tensor<4xui64>} : () -> tensor<4xui64>
      %451 = "stablehlo.multiply"(%449, %450) : (tensor<4xui64>, tensor<4xui64>) -> tensor<4xui64>
      %452 = "stablehlo.constant"() {value = dense<32> : tensor<4xui64>} : () -> tensor<4xui64>
      %453 = "stablehlo.shift_right_logical"(%451, %452) : (tensor<4xui64>, tensor<4xui64>) -> tensor<4xui64>
      %454 = "stablehlo.convert"(%453) : (tensor<4xui64>) -> tensor<4xui32>
      %455 = "stablehlo.gather"(%38, %416) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<4xi32>) -> tensor<4xi32>
      %456 = "stablehlo.convert"(%454) : (tensor<4xui32>) -> tensor<4xi32>
      %457 = "stablehlo.select"(%418, %455, %456) : (tensor<4xi1>, tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
      %458 = "stablehlo.constant"() {value = dense<8> : tensor<ui32>} : () -> tensor<ui32>
      %459 = "stablehlo.constant"() {value = dense<4> : tensor<ui32>} : () -> tensor<ui32>
      %460 = "stablehlo.compare"(%355, %459) {comparison_direction = #stablehlo<comparison_direction EQ>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
      %461 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %462 = "stablehlo.select"(%460, %461, %458) : (tensor<i1>, tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %463 = "stablehlo.gather"(%37, %416) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<4xi32>) -> tensor<4xi32>
      %464 = "stablehlo.convert"(%418) : (tensor<4xi1>) -> tensor<4xf32>
      %465 = "stablehlo.broadcast_in_dim"(%462) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4xui32>
      %466 = "stablehlo.compare"(%415, %465) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xi1>
      %467 = "stablehlo.convert"(%466) : (tensor<4xi1>) -> tensor<4xf32>
      %468 = "stablehlo.convert"(%462) : (tensor<ui32>) -> tensor<f32>
      %469 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<4xi32>
      %475, %476 = "stablehlo.sort"(%457, %469) (
      {
      ^bb0(%470: tensor<i32>, %471: tensor<i32>, %472: tensor<i32>, %473: tensor<i32>):
        %474 = "stablehlo.compare"(%470, %471) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<i32>, tensor<i32>) -> tensor<i1>
        "stablehlo.return"(%474) : (tensor<i1>) -> ()
      }) {dimension = 0 : i64, is_stable = true} : (tensor<4xi32>, tensor<4xi32>) -> (tensor<4xi32>, tensor<4xi32>)
      %477 = "stablehlo.slice"(%361) {start_indices = array<i64: 0, 0>, limit_indices = array<i64: 4, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %478 = "stablehlo.dot_general"(%358, %477) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<5x4xf32>, tensor<4x4xf32>) -> tensor<5x4xf32>
      %479 = "stablehlo.slice"(%361) {start_indices = array<i64: 4, 0>, limit_indices = array<i64: 8, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %480 = "stablehlo.dot_general"(%360, %479) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<7x4xf32>, tensor<4x4xf32>) -> tensor<7x4xf32>
      %481 = "stablehlo.broadcast_in_dim"(%362) {broadcast_dimensions = array<i64: 1>} : (tensor<4xf32>) -> tensor<7x4xf32>
      %482 = "stablehlo.add"(%480, %481) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %483 = "stablehlo.gather"(%478, %463) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = true} : (tensor<5x4xf32>, tensor<4xi32>) -> tensor<4x4xf32>
      %484 = "stablehlo.gather"(%482, %457) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<7x4xf32>, tensor<4xi32>) -> tensor<4x4xf32>
      %485 = "stablehlo.add"(%483, %484) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %486 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %487 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %488 = "stablehlo.dynamic_slice"(%42, %355, %486, %487) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %489 = "stablehlo.reshape"(%488) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %490 = "stablehlo.slice"(%489) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %491 = "stablehlo.reshape"(%490) : (tensor<1xui32>) -> tensor<ui32>
      %492 = "stablehlo.slice"(%489) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %493 = "stablehlo.reshape"(%492) : (tensor<1xui32>) -> tensor<ui32>
      %494 = "stablehlo.constant"() {value = dense<4> : tensor<4xui32>} : () -> tensor<4xui32>
      %495 = "stablehlo.multiply"(%415, %494) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %496 = "stablehlo.broadcast_in_dim"(%495) {broadcast_dimensions = array<i64: 0>} : (tensor<4xui32>) -> tensor<4x4xui32>
      %497 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<4x4xui32>
      %498 = "stablehlo.add"(%496, %497) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %499 = "stablehlo.constant"() {value = dense<5> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %500 = "stablehlo.shift_right_logical"(%498, %499) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %501 = "stablehlo.broadcast_in_dim"(%491) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x4xui32>
      %502 = "stablehlo.xor"(%500, %501) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %503 = "stablehlo.constant"() {value = dense<16> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %504 = "stablehlo.shift_right_logical"(%502, %503) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %505 = "stablehlo.xor"(%502, %504) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %506 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %507 = "stablehlo.multiply"(%505, %506) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %508 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %509 = "stablehlo.shift_right_logical"(%507, %508) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %510 = "stablehlo.xor"(%507, %509) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %511 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %512 = "stablehlo.multiply"(%510, %511) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %513 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %514 = "stablehlo.shift_right_logical"(%512, %513) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %515 = "stablehlo.xor"(%512, %514) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %516 = "stablehlo.broadcast_in_dim"(%493) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x4xui32>
      %517 = "stablehlo.add"(%515, %516) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %518 = "stablehlo.constant"() {value = dense<16> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %519 = "stablehlo.shift_right_logical"(%517, %518) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %520 = "stablehlo.xor"(%517, %519) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %521 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %522 = "stablehlo.multiply"(%520, %521) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %523 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %524 = "stablehlo.shift_right_logical"(%522, %523) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %525 = "stablehlo.xor"(%522, %524) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %526 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %527 = "stablehlo.multiply"(%525, %526) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %528 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %529 = "stablehlo.shift_right_logical"(%527, %528) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %530 = "stablehlo.xor"(%527, %529) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %531 = "stablehlo.constant"() {value = dense<31> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %532 = "stablehlo.and"(%498, %531) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %533 = "stablehlo.shift_right_logical"(%530, %532) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %534 = "stablehlo.constant"() {value = dense<1> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %535 = "stablehlo.and"(%533, %534) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %536 = "stablehlo.constant"() {value = dense<0> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %537 = "stablehlo.compare"(%535, %536) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xi1>
      %538 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %539 = "stablehlo.maximum"(%485, %538) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %540 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %541 = "stablehlo.multiply"(%539, %540) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %542 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %543 = "stablehlo.select"(%537, %541, %542) : (tensor<4x4xi1>, tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %544 = "stablehlo.dot_general"(%543, %363) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x4xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %545 = "stablehlo.broadcast_in_dim"(%364) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %546 = "stablehlo.add"(%544, %545) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %547 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %548 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %549 = "stablehlo.dynamic_slice"(%42, %355, %547, %548) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %550 = "stablehlo.reshape"(%549) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %551 = "stablehlo.slice"(%550) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %552 = "stablehlo.reshape"(%551) : (tensor<1xui32>) -> tensor<ui32>
      %553 = "stablehlo.slice"(%550) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %554 = "stablehlo.reshape"(%553) : (tensor<1xui32>) -> tensor<ui32>
      %555 = "stablehlo.constant"() {value = dense<2> : tensor<4xui32>} : () -> tensor<4xui32>
      %556 = "stablehlo.multiply"(%415, %555) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %557 = "stablehlo.broadcast_in_dim"(%556) {broadcast_dimensions = array<i64: 0>} : (tensor<4xui32>) -> tensor<4x2xui32>
      %558 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<4x2xui32>
      %559 = "stablehlo.add"(%557, %558) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %560 = "stablehlo.constant"() {value = dense<5> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %561 = "stablehlo.shift_right_logical"(%559, %560) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %562 = "stablehlo.broadcast_in_dim"(%552) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x2xui32>
      %563 = "stablehlo.xor"(%561, %562) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %564 = "stablehlo.constant"() {value = dense<16> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %565 = "stablehlo.shift_right_logical"(%563, %564) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %566 = "stablehlo.xor"(%563, %565) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %567 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %568 = "stablehlo.multiply"(%566, %567) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %569 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %570 = "stablehlo.shift_right_logical"(%568, %569) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %571 = "stablehlo.xor"(%568, %570) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %572 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %573 = "stablehlo.multiply"(%571, %572) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %574 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %575 = "stablehlo.shift_right_logical"(%573, %574) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %576 = "stablehlo.xor"(%573, %575) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %577 = "stablehlo.broadcast_in_dim"(%554) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x2xui32>
      %578 = "stablehlo.add"(%576, %577) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %579 = "stablehlo.constant"() {value = dense<16> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %580 = "stablehlo.shift_right_logical"(%578, %579) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %581 = "stablehlo.xor"(%578, %580) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %582 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %583 = "stablehlo.multiply"(%581, %582) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %584 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %585 = "stablehlo.shift_right_logical"(%583, %584) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %586 = "stablehlo.xor"(%583, %585) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %587 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %588 = "stablehlo.multiply"(%586, %587) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %589 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %590 = "stablehlo.shift_right_logical"(%588, %589) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %591 = "stablehlo.xor"(%588, %590) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %592 = "stablehlo.constant"() {value = dense<31> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %593 = "stablehlo.and"(%559, %592) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %594 = "stablehlo.shift_right_logical"(%591, %593) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %595 = "stablehlo.constant"() {value = dense<1> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %596 = "stablehlo.and"(%594, %595) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %597 = "stablehlo.constant"() {value = dense<0> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %598 = "stablehlo.compare"(%596, %597) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xi1>
      %599 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %600 = "stablehlo.maximum"(%546, %599) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %601 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %602 = "stablehlo.multiply"(%600, %601) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %603 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %604 = "stablehlo.select"(%598, %602, %603) : (tensor<4x2xi1>, tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %605 = "stablehlo.gather"(%357, %463) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = true} : (tensor<5x2xf32>, tensor<4xi32>) -> tensor<4x2xf32>
      %606 = "stablehlo.gather"(%359, %457) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<7x2xf32>, tensor<4xi32>) -> tensor<4x2xf32>
      %607 = "stablehlo.multiply"(%605, %606) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %608 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %609 = "stablehlo.multiply"(%607, %608) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %613 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %614 = "stablehlo.reduce"(%609, %613) (
      {
      ^bb0(%610: tensor<f32>, %611: tensor<f32>):
        %612 = "stablehlo.add"(%610, %611) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%612) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<4xf32>
      %615 = "stablehlo.broadcast_in_dim"(%366) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %616 = "stablehlo.multiply"(%604, %615) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %620 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %621 = "stablehlo.reduce"(%616, %620) (
      {
      ^bb0(%617: tensor<f32>, %618: tensor<f32>):
        %619 = "stablehlo.add"(%617, %618) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%619) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<4xf32>
      %622 = "stablehlo.add"(%614, %621) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %623 = "stablehlo.reshape"(%367) : (tensor<1xf32>) -> tensor<f32>
      %624 = "stablehlo.broadcast_in_dim"(%623) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %625 = "stablehlo.add"(%622, %624) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %626 = "stablehlo.constant"() {value = dense<0.0> : tensor<4xf32>} : () -> tensor<4xf32>
      %627 = "stablehlo.maximum"(%625, %626) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %628 = "stablehlo.multiply"(%625, %464) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %629 = "stablehlo.subtract"(%627, %628) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %630 = "stablehlo.abs"(%625) : (tensor<4xf32>) -> tensor<4xf32>
      %631 = "stablehlo.negate"(%630) : (tensor<4xf32>) -> tensor<4xf32>
      %632 = "stablehlo.exponential"(%631) : (tensor<4xf32>) -> tensor<4xf32>
      %633 = "stablehlo.log_plus_one"(%632) : (tensor<4xf32>) -> tensor<4xf32>
      %634 = "stablehlo.add"(%629, %633) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %635 = "stablehlo.constant"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
      %636 = "stablehlo.divide"(%635, %468) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %637 = "stablehlo.broadcast_in_dim"(%636) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %638 = "stablehlo.logistic"(%625) : (tensor<4xf32>) -> tensor<4xf32>
      %639 = "stablehlo.subtract"(%638, %464) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %640 = "stablehlo.multiply"(%639, %637) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %641 = "stablehlo.multiply"(%634, %467) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %645 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %646 = "stablehlo.reduce"(%641, %645) (
      {
      ^bb0(%642: tensor<f32>, %643: tensor<f32>):
        %644 = "stablehlo.add"(%642, %643) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%644) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
      %647 = "stablehlo.multiply"(%640, %467) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %648 = "stablehlo.broadcast_in_dim"(%647) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %649 = "stablehlo.multiply"(%607, %648) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %653 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %654 = "stablehlo.reduce"(%649, %653) (
      {
      ^bb0(%650: tensor<f32>, %651: tensor<f32>):
        %652 = "stablehlo.add"(%650, %651) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%652) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<2xf32>
      %655 = "stablehlo.broadcast_in_dim"(%647) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %656 = "stablehlo.multiply"(%604, %655) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %660 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %661 = "stablehlo.reduce"(%656, %660) (
      {
      ^bb0(%657: tensor<f32>, %658: tensor<f32>):
        %659 = "stablehlo.add"(%657, %658) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%659) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<2xf32>
      %665 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %666 = "stablehlo.reduce"(%647, %665) (
      {
      ^bb0(%662: tensor<f32>, %663: tensor<f32>):
        %664 = "stablehlo.add"(%662, %663) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%664) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
      %667 = "stablehlo.reshape"(%666) : (tensor<f32>) -> tensor<1xf32>
      %668 = "stablehlo.broadcast_in_dim"(%647) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %669 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %670 = "stablehlo.multiply"(%668, %669) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %671 = "stablehlo.multiply"(%670, %606) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %672 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %676 = "stablehlo.scatter"(%672, %463, %671) (
      {
      ^bb0(%673: tensor<f32>, %674: tensor<f32>):
        %675 = "stablehlo.add"(%673, %674) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%675) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<5x2xf32>, tensor<4xi32>, tensor<4x2xf32>) -> tensor<5x2xf32>
      %677 = "stablehlo.multiply"(%670, %605) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %678 = "stablehlo.gather"(%677, %476) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<4x2xf32>, tensor<4xi32>) -> tensor<4x2xf32>
      %679 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %683 = "stablehlo.scatter"(%679, %475, %678) (
      {
      ^bb0(%680: tensor<f32>, %681: tensor<f32>):
        %682 = "stablehlo.add"(%680, %681) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%682) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<7x2xf32>, tensor<4xi32>, tensor<4x2xf32>) -> tensor<7x2xf32>
      %684 = "stablehlo.broadcast_in_dim"(%647) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %685 = "stablehlo.broadcast_in_dim"(%366) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %686 = "stablehlo.multiply"(%684, %685) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %687 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %688 = "stablehlo.compare"(%604, %687) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xi1>
      %689 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %690 = "stablehlo.multiply"(%686, %689) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %691 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %692 = "stablehlo.select"(%688, %690, %691) : (tensor<4x2xi1>, tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %693 = "stablehlo.dot_general"(%543, %692) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x4xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %697 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %698 = "stablehlo.reduce"(%692, %697) (
      {
      ^bb0(%694: tensor<f32>, %695: tensor<f32>):
        %696 = "stablehlo.add"(%694, %695) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%696) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<2xf32>
      %699 = "stablehlo.dot_general"(%692, %363) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x4xf32>
      %700 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %701 = "stablehlo.compare"(%543, %700) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xi1>
      %702 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %703 = "stablehlo.multiply"(%699, %702) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %704 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %705 = "stablehlo.select"(%701, %703, %704) : (tensor<4x4xi1>, tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %706 = "stablehlo.slice"(%361) {start_indices = array<i64: 0, 0>, limit_indices = array<i64: 4, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %707 = "stablehlo.slice"(%361) {start_indices = array<i64: 4, 0>, limit_indices = array<i64: 8, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %708 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %712 = "stablehlo.scatter"(%708, %463, %705) (
      {
      ^bb0(%709: tensor<f32>, %710: tensor<f32>):
        %711 = "stablehlo.add"(%709, %710) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%711) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<5x4xf32>, tensor<4xi32>, tensor<4x4xf32>) -> tensor<5x4xf32>
      %713 = "stablehlo.gather"(%705, %476) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<4x4xf32>, tensor<4xi32>) -> tensor<4x4xf32>
      %714 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %718 = "stablehlo.scatter"(%714, %475, %713) (
      {
      ^bb0(%715: tensor<f32>, %716: tensor<f32>):
        %717 = "stablehlo.add"(%715, %716) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%717) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<7x4xf32>, tensor<4xi32>, tensor<4x4xf32>) -> tensor<7x4xf32>
      %719 = "stablehlo.dot_general"(%712, %706) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<5x4xf32>, tensor<4x4xf32>) -> tensor<5x4xf32>
      %720 = "stablehlo.dot_general"(%718, %707) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<7x4xf32>, tensor<4x4xf32>) -> tensor<7x4xf32>
      %721 = "stablehlo.dot_general"(%358, %712) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<4x4xf32>
      %722 = "stablehlo.dot_general"(%360, %718) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<4x4xf32>
      %723 = "stablehlo.concatenate"(%721, %722) {dimension = 0 : i64} : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<8x4xf32>
      %727 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %728 = "stablehlo.reduce"(%718, %727) (
      {
      ^bb0(%724: tensor<f32>, %725: tensor<f32>):
        %726 = "stablehlo.add"(%724, %725) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%726) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<7x4xf32>, tensor<f32>) -> tensor<4xf32>
      %732 = "stablehlo.all_reduce"(%654) (
      {
      ^bb0(%729: tensor<f32>, %730: tensor<f32>):
        %731 = "stablehlo.add"(%729, %730) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%731) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<2xf32>) -> tensor<2xf32>
      %736 = "stablehlo.all_reduce"(%661) (
      {
      ^bb0(%733: tensor<f32>, %734: tensor<f32>):
        %735 = "stablehlo.add"(%733, %734) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%735) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<2xf32>) -> tensor<2xf32>
      %740 = "stablehlo.all_reduce"(%667) (
      {
      ^bb0(%737: tensor<f32>, %738: tensor<f32>):
        %739 = "stablehlo.add"(%737, %738) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%739) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<1xf32>) -> tensor<1xf32>
      %744 = "stablehlo.all_reduce"(%676) (
      {
      ^bb0(%741: tensor<f32>, %742: tensor<f32>):
        %743 = "stablehlo.add"(%741, %742) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%743) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<5x2xf32>) -> tensor<5x2xf32>
      %748 = "stablehlo.all_reduce"(%683) (
      {
      ^bb0(%745: tensor<f32>, %746: tensor<f32>):
        %747 = "stablehlo.add"(%745, %746) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%747) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<7x2xf32>) -> tensor<7x2xf32>
      %752 = "stablehlo.all_reduce"(%693) (
      {
      ^bb0(%749: tensor<f32>, %750: tensor<f32>):
        %751 = "stablehlo.add"(%749, %750) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%751) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<4x2xf32>) -> tensor<4x2xf32>
      %756 = "stablehlo.all_reduce"(%698) (
      {
      ^bb0(%753: tensor<f32>, %754: tensor<f32>):
        %755 = "stablehlo.add"(%753, %754) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%755) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<2xf32>) -> tensor<2xf32>
      %760 = "stablehlo.all_reduce"(%719) (
      {
      ^bb0(%757: tensor<f32>, %758: tensor<f32>):
        %759 = "stablehlo.add"(%757, %758) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%759) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<5x4xf32>) -> tensor<5x4xf32>
      %764 = "stablehlo.all_reduce"(%720) (
      {
      ^bb0(%761: tensor<f32>, %762: tensor<f32>):
        %763 = "stablehlo.add"(%761, %762) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%763) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<7x4xf32>) -> tensor<7x4xf32>
      %768 = "stablehlo.all_reduce"(%723) (
      {
      ^bb0(%765: tensor<f32>, %766: tensor<f32>):
        %767 = "stablehlo.add"(%765, %766) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%767) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<8x4xf32>) -> tensor<8x4xf32>
      %772 = "stablehlo.all_reduce"(%728) (
      {
      ^bb0(%769: tensor<f32>, %770: tensor<f32>):
        %771 = "stablehlo.add"(%769, %770) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%771) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<4xf32>) -> tensor<4xf32>
      %776 = "stablehlo.all_reduce"(%646) (
      {
      ^bb0(%773: tensor<f32>, %774: tensor<f32>):
        %775 = "stablehlo.add"(%773, %774) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%775) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<f32>) -> tensor<f32>
      %777 = "stablehlo.divide"(%776, %468) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %778 = "stablehlo.dynamic_slice"(%43, %355) {slice_sizes = array<i64: 1>} : (tensor<5xf32>, tensor<ui32>) -> tensor<1xf32>
      %779 = "stablehlo.reshape"(%778) : (tensor<1xf32>) -> tensor<f32>
      %780 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %781 = "stablehlo.multiply"(%376, %780) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %782 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %783 = "stablehlo.multiply"(%732, %782) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %784 = "stablehlo.add"(%781, %783) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %785 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %786 = "stablehlo.multiply"(%387, %785) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %787 = "stablehlo.multiply"(%732, %732) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %788 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %789 = "stablehlo.multiply"(%787, %788) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %790 = "stablehlo.add"(%786, %789) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %791 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %792 = "stablehlo.multiply"(%784, %791) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %793 = "stablehlo.sqrt"(%790) : (tensor<2xf32>) -> tensor<2xf32>
      %794 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %795 = "stablehlo.add"(%793, %794) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %796 = "stablehlo.divide"(%792, %795) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %797 = "stablehlo.subtract"(%365, %796) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %798 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %799 = "stablehlo.multiply"(%377, %798) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %800 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %801 = "stablehlo.multiply"(%736, %800) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %802 = "stablehlo.add"(%799, %801) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %803 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %804 = "stablehlo.multiply"(%388, %803) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %805 = "stablehlo.multiply"(%736, %736) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %806 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %807 = "stablehlo.multiply"(%805, %806) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %808 = "stablehlo.add"(%804, %807) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %809 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %810 = "stablehlo.multiply"(%802, %809) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %811 = "stablehlo.sqrt"(%808) : (tensor<2xf32>) -> tensor<2xf32>
      %812 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %813 = "stablehlo.add"(%811, %812) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %814 = "stablehlo.divide"(%810, %813) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %815 = "stablehlo.subtract"(%366, %814) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %816 = "stablehlo.constant"() {value = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
      %817 = "stablehlo.multiply"(%378, %816) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %818 = "stablehlo.constant"() {value = dense<0.75> : tensor<1xf32>} : () -> tensor<1xf32>
      %819 = "stablehlo.multiply"(%740, %818) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %820 = "stablehlo.add"(%817, %819) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %821 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %822 = "stablehlo.multiply"(%389, %821) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %823 = "stablehlo.multiply"(%740, %740) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %824 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %825 = "stablehlo.multiply"(%823, %824) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %826 = "stablehlo.add"(%822, %825) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %827 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<1xf32>
      %828 = "stablehlo.multiply"(%820, %827) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %829 = "stablehlo.sqrt"(%826) : (tensor<1xf32>) -> tensor<1xf32>
      %830 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<1xf32>} : () -> tensor<1xf32>
      %831 = "stablehlo.add"(%829, %830) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %832 = "stablehlo.divide"(%828, %831) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %833 = "stablehlo.subtract"(%367, %832) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %834 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %835 = "stablehlo.multiply"(%368, %834) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %836 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %837 = "stablehlo.multiply"(%744, %836) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %838 = "stablehlo.add"(%835, %837) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %839 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %840 = "stablehlo.multiply"(%379, %839) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %841 = "stablehlo.multiply"(%744, %744) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %842 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %843 = "stablehlo.multiply"(%841, %842) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %844 = "stablehlo.add"(%840, %843) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %845 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x2xf32>
      %846 = "stablehlo.multiply"(%838, %845) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %847 = "stablehlo.sqrt"(%844) : (tensor<5x2xf32>) -> tensor<5x2xf32>
      %848 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %849 = "stablehlo.add"(%847, %848) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %850 = "stablehlo.divide"(%846, %849) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %851 = "stablehlo.subtract"(%357, %850) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %852 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %853 = "stablehlo.multiply"(%370, %852) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %854 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %855 = "stablehlo.multiply"(%748, %854) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %856 = "stablehlo.add"(%853, %855) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %857 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %858 = "stablehlo.multiply"(%381, %857) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %859 = "stablehlo.multiply"(%748, %748) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %860 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %861 = "stablehlo.multiply"(%859, %860) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %862 = "stablehlo.add"(%858, %861) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %863 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x2xf32>
      %864 = "stablehlo.multiply"(%856, %863) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %865 = "stablehlo.sqrt"(%862) : (tensor<7x2xf32>) -> tensor<7x2xf32>
      %866 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %867 = "stablehlo.add"(%865, %866) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %868 = "stablehlo.divide"(%864, %867) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %869 = "stablehlo.subtract"(%359, %868) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %870 = "stablehlo.constant"() {value = dense<0.25> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %871 = "stablehlo.multiply"(%374, %870) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %872 = "stablehlo.constant"() {value = dense<0.75> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %873 = "stablehlo.multiply"(%752, %872) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %874 = "stablehlo.add"(%871, %873) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %875 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %876 = "stablehlo.multiply"(%385, %875) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %877 = "stablehlo.multiply"(%752, %752) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %878 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %879 = "stablehlo.multiply"(%877, %878) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %880 = "stablehlo.add"(%876, %879) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %881 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4x2xf32>
      %882 = "stablehlo.multiply"(%874, %881) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %883 = "stablehlo.sqrt"(%880) : (tensor<4x2xf32>) -> tensor<4x2xf32>
      %884 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %885 = "stablehlo.add"(%883, %884) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %886 = "stablehlo.divide"(%882, %885) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %887 = "stablehlo.subtract"(%363, %886) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %888 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %889 = "stablehlo.multiply"(%375, %888) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %890 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %891 = "stablehlo.multiply"(%756, %890) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %892 = "stablehlo.add"(%889, %891) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %893 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %894 = "stablehlo.multiply"(%386, %893) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %895 = "stablehlo.multiply"(%756, %756) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %896 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %897 = "stablehlo.multiply"(%895, %896) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %898 = "stablehlo.add"(%894, %897) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %899 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %900 = "stablehlo.multiply"(%892, %899) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %901 = "stablehlo.sqrt"(%898) : (tensor<2xf32>) -> tensor<2xf32>
      %902 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %903 = "stablehlo.add"(%901, %902) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %904 = "stablehlo.divide"(%900, %903) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %905 = "stablehlo.subtract"(%364, %904) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %906 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %907 = "stablehlo.multiply"(%369, %906) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %908 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %909 = "stablehlo.multiply"(%760, %908) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %910 = "stablehlo.add"(%907, %909) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %911 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %912 = "stablehlo.multiply"(%380, %911) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %913 = "stablehlo.multiply"(%760, %760) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %914 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %915 = "stablehlo.multiply"(%913, %914) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %916 = "stablehlo.add"(%912, %915) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %917 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x4xf32>
      %918 = "stablehlo.multiply"(%910, %917) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %919 = "stablehlo.sqrt"(%916) : (tensor<5x4xf32>) -> tensor<5x4xf32>
      %920 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %921 = "stablehlo.add"(%919, %920) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %922 = "stablehlo.divide"(%918, %921) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %923 = "stablehlo.subtract"(%358, %922) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %924 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %925 = "stablehlo.multiply"(%371, %924) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %926 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %927 = "stablehlo.multiply"(%764, %926) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %928 = "stablehlo.add"(%925, %927) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %929 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %930 = "stablehlo.multiply"(%382, %929) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %931 = "stablehlo.multiply"(%764, %764) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %932 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %933 = "stablehlo.multiply"(%931, %932) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %934 = "stablehlo.add"(%930, %933) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %935 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x4xf32>
      %936 = "stablehlo.multiply"(%928, %935) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %937 = "stablehlo.sqrt"(%934) : (tensor<7x4xf32>) -> tensor<7x4xf32>
      %938 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %939 = "stablehlo.add"(%937, %938) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %940 = "stablehlo.divide"(%936, %939) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %941 = "stablehlo.subtract"(%360, %940) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %942 = "stablehlo.constant"() {value = dense<0.25> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %943 = "stablehlo.multiply"(%372, %942) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %944 = "stablehlo.constant"() {value = dense<0.75> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %945 = "stablehlo.multiply"(%768, %944) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %946 = "stablehlo.add"(%943, %945) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %947 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %948 = "stablehlo.multiply"(%383, %947) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %949 = "stablehlo.multiply"(%768, %768) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %950 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %951 = "stablehlo.multiply"(%949, %950) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %952 = "stablehlo.add"(%948, %951) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %953 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8x4xf32>
      %954 = "stablehlo.multiply"(%946, %953) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %955 = "stablehlo.sqrt"(%952) : (tensor<8x4xf32>) -> tensor<8x4xf32>
      %956 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %957 = "stablehlo.add"(%955, %956) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %958 = "stablehlo.divide"(%954, %957) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %959 = "stablehlo.subtract"(%361, %958) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %960 = "stablehlo.constant"() {value = dense<0.25> : tensor<4xf32>} : () -> tensor<4xf32>
      %961 = "stablehlo.multiply"(%373, %960) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %962 = "stablehlo.constant"() {value = dense<0.75> : tensor<4xf32>} : () -> tensor<4xf32>
      %963 = "stablehlo.multiply"(%772, %962) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %964 = "stablehlo.add"(%961, %963) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %965 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %966 = "stablehlo.multiply"(%384, %965) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %967 = "stablehlo.multiply"(%772, %772) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %968 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %969 = "stablehlo.multiply"(%967, %968) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %970 = "stablehlo.add"(%966, %969) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %971 = "stablehlo.broadcast_in_dim"(%779) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %972 = "stablehlo.multiply"(%964, %971) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %973 = "stablehlo.sqrt"(%970) : (tensor<4xf32>) -> tensor<4xf32>
      %974 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4xf32>} : () -> tensor<4xf32>
      %975 = "stablehlo.add"(%973, %974) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %976 = "stablehlo.divide"(%972, %975) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %977 = "stablehlo.subtract"(%362, %976) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %978 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %979 = "stablehlo.add"(%355, %978) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %980 = "stablehlo.reshape"(%777) : (tensor<f32>) -> tensor<1xf32>
      %981 = "stablehlo.dynamic_update_slice"(%356, %980, %355) : (tensor<5xf32>, tensor<1xf32>, tensor<ui32>) -> tensor<5xf32>
      %982 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %983 = "stablehlo.add"(%355, %982) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      "stablehlo.return"(%983, %981, %851, %923, %869, %941, %959, %977, %887, %905, %797, %815, %833, %838, %910, %856, %928, %946, %964, %874, %892, %784, %802, %820, %844, %916, %862, %934, %952, %970, %880, %898, %790, %808, %826, %979, %391, %392, %393) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> ()
    }) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>)
    "func.return"(%986, %987, %988, %989, %990, %991, %992, %993, %994, %995, %996, %997, %998, %999, %1000, %1001, %1002, %1003, %1004, %1005, %1006, %1007, %1008, %1009, %1010, %1011, %1012, %1013, %1014, %1015, %1016, %1017, %1018, %1019, %1020, %1021, %1022, %985) : (tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<5xf32>) -> ()
  }
}
