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
    %959, %960, %961, %962, %963, %964, %965, %966, %967, %968, %969, %970, %971, %972, %973, %974, %975, %976, %977, %978, %979, %980, %981, %982, %983, %984, %985, %986, %987, %988, %989, %990, %991, %992, %993, %994, %995, %996, %997 = "stablehlo.while"(%312, %313, %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18, %19, %20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31, %32, %33, %34, %35, %36) (
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
      %406 = "stablehlo.convert"(%405) : (tensor<4xui32>) -> tensor<4xi32>
      %407 = "stablehlo.constant"() {value = dense<11> : tensor<4xui32>} : () -> tensor<4xui32>
      %408 = "stablehlo.compare"(%403, %407) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xi1>
      %409 = "stablehlo.broadcast_in_dim"(%307) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4xui32>
      %410 = "stablehlo.xor"(%403, %409) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %411 = "stablehlo.constant"() {value = dense<16> : tensor<4xui32>} : () -> tensor<4xui32>
      %412 = "stablehlo.shift_right_logical"(%410, %411) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %413 = "stablehlo.xor"(%410, %412) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %414 = "stablehlo.constant"() {value = dense<569420461> : tensor<4xui32>} : () -> tensor<4xui32>
      %415 = "stablehlo.multiply"(%413, %414) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %416 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %417 = "stablehlo.shift_right_logical"(%415, %416) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %418 = "stablehlo.xor"(%415, %417) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %419 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4xui32>} : () -> tensor<4xui32>
      %420 = "stablehlo.multiply"(%418, %419) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %421 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %422 = "stablehlo.shift_right_logical"(%420, %421) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %423 = "stablehlo.xor"(%420, %422) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %424 = "stablehlo.broadcast_in_dim"(%309) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4xui32>
      %425 = "stablehlo.add"(%423, %424) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %426 = "stablehlo.constant"() {value = dense<16> : tensor<4xui32>} : () -> tensor<4xui32>
      %427 = "stablehlo.shift_right_logical"(%425, %426) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %428 = "stablehlo.xor"(%425, %427) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %429 = "stablehlo.constant"() {value = dense<569420461> : tensor<4xui32>} : () -> tensor<4xui32>
      %430 = "stablehlo.multiply"(%428, %429) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %431 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %432 = "stablehlo.shift_right_logical"(%430, %431) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %433 = "stablehlo.xor"(%430, %432) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %434 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4xui32>} : () -> tensor<4xui32>
      %435 = "stablehlo.multiply"(%433, %434) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %436 = "stablehlo.constant"() {value = dense<15> : tensor<4xui32>} : () -> tensor<4xui32>
      %437 = "stablehlo.shift_right_logical"(%435, %436) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %438 = "stablehlo.xor"(%435, %437) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %439 = "stablehlo.convert"(%438) : (tensor<4xui32>) -> tensor<4xui64>
      %440 = "stablehlo.constant"() {value = dense<7> : tensor<4xui64>} : () -> tensor<4xui64>
      %441 = "stablehlo.multiply"(%439, %440) : (tensor<4xui64>, tensor<4xui64>) -> tensor<4xui64>
      %442 = "stablehlo.constant"() {value = dense<32> : tensor<4xui64>} : () -> tensor<4xui64>
      %443 = "stablehlo.shift_right_logical"(%441, %442) : (tensor<4xui64>, tensor<4xui64>) -> tensor<4xui64>
      %444 = "stablehlo.convert"(%443) : (tensor<4xui64>) -> tensor<4xui32>
      %445 = "stablehlo.gather"(%38, %406) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<4xi32>) -> tensor<4xi32>
      %446 = "stablehlo.convert"(%444) : (tensor<4xui32>) -> tensor<4xi32>
      %447 = "stablehlo.select"(%408, %445, %446) : (tensor<4xi1>, tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
      %448 = "stablehlo.constant"() {value = dense<8> : tensor<ui32>} : () -> tensor<ui32>
      %449 = "stablehlo.constant"() {value = dense<4> : tensor<ui32>} : () -> tensor<ui32>
      %450 = "stablehlo.compare"(%355, %449) {comparison_direction = #stablehlo<comparison_direction EQ>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
      %451 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %452 = "stablehlo.select"(%450, %451, %448) : (tensor<i1>, tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %453 = "stablehlo.gather"(%37, %406) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<4xi32>) -> tensor<4xi32>
      %454 = "stablehlo.convert"(%408) : (tensor<4xi1>) -> tensor<4xf32>
      %455 = "stablehlo.broadcast_in_dim"(%452) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4xui32>
      %456 = "stablehlo.compare"(%402, %455) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xi1>
      %457 = "stablehlo.convert"(%456) : (tensor<4xi1>) -> tensor<4xf32>
      %458 = "stablehlo.convert"(%452) : (tensor<ui32>) -> tensor<f32>
      %459 = "stablehlo.gather"(%358, %453) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<5x4xf32>, tensor<4xi32>) -> tensor<4x4xf32>
      %460 = "stablehlo.gather"(%360, %447) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<7x4xf32>, tensor<4xi32>) -> tensor<4x4xf32>
      %461 = "stablehlo.concatenate"(%459, %460) {dimension = 1 : i64} : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x8xf32>
      %462 = "stablehlo.optimization_barrier"(%461) : (tensor<4x8xf32>) -> tensor<4x8xf32>
      %463 = "stablehlo.dot_general"(%462, %361) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x8xf32>, tensor<8x4xf32>) -> tensor<4x4xf32>
      %464 = "stablehlo.broadcast_in_dim"(%362) {broadcast_dimensions = array<i64: 1>} : (tensor<4xf32>) -> tensor<4x4xf32>
      %465 = "stablehlo.add"(%463, %464) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %466 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %467 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %468 = "stablehlo.dynamic_slice"(%42, %355, %466, %467) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %469 = "stablehlo.reshape"(%468) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %470 = "stablehlo.slice"(%469) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %471 = "stablehlo.reshape"(%470) : (tensor<1xui32>) -> tensor<ui32>
      %472 = "stablehlo.slice"(%469) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %473 = "stablehlo.reshape"(%472) : (tensor<1xui32>) -> tensor<ui32>
      %474 = "stablehlo.constant"() {value = dense<4> : tensor<4xui32>} : () -> tensor<4xui32>
      %475 = "stablehlo.multiply"(%402, %474) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %476 = "stablehlo.broadcast_in_dim"(%475) {broadcast_dimensions = array<i64: 0>} : (tensor<4xui32>) -> tensor<4x4xui32>
      %477 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<4x4xui32>
      %478 = "stablehlo.add"(%476, %477) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %479 = "stablehlo.constant"() {value = dense<5> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %480 = "stablehlo.shift_right_logical"(%478, %479) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %481 = "stablehlo.broadcast_in_dim"(%471) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x4xui32>
      %482 = "stablehlo.xor"(%480, %481) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %483 = "stablehlo.constant"() {value = dense<16> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %484 = "stablehlo.shift_right_logical"(%482, %483) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %485 = "stablehlo.xor"(%482, %484) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %486 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %487 = "stablehlo.multiply"(%485, %486) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %488 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %489 = "stablehlo.shift_right_logical"(%487, %488) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %490 = "stablehlo.xor"(%487, %489) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %491 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %492 = "stablehlo.multiply"(%490, %491) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %493 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %494 = "stablehlo.shift_right_logical"(%492, %493) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %495 = "stablehlo.xor"(%492, %494) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %496 = "stablehlo.broadcast_in_dim"(%473) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x4xui32>
      %497 = "stablehlo.add"(%495, %496) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %498 = "stablehlo.constant"() {value = dense<16> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %499 = "stablehlo.shift_right_logical"(%497, %498) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %500 = "stablehlo.xor"(%497, %499) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %501 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %502 = "stablehlo.multiply"(%500, %501) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %503 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %504 = "stablehlo.shift_right_logical"(%502, %503) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %505 = "stablehlo.xor"(%502, %504) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %506 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %507 = "stablehlo.multiply"(%505, %506) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %508 = "stablehlo.constant"() {value = dense<15> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %509 = "stablehlo.shift_right_logical"(%507, %508) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %510 = "stablehlo.xor"(%507, %509) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %511 = "stablehlo.constant"() {value = dense<31> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %512 = "stablehlo.and"(%478, %511) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %513 = "stablehlo.shift_right_logical"(%510, %512) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %514 = "stablehlo.constant"() {value = dense<1> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %515 = "stablehlo.and"(%513, %514) : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xui32>
      %516 = "stablehlo.constant"() {value = dense<0> : tensor<4x4xui32>} : () -> tensor<4x4xui32>
      %517 = "stablehlo.compare"(%515, %516) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<4x4xui32>, tensor<4x4xui32>) -> tensor<4x4xi1>
      %518 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %519 = "stablehlo.maximum"(%465, %518) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %520 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %521 = "stablehlo.multiply"(%519, %520) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %522 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %523 = "stablehlo.select"(%517, %521, %522) : (tensor<4x4xi1>, tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %524 = "stablehlo.dot_general"(%523, %363) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x4xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %525 = "stablehlo.broadcast_in_dim"(%364) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %526 = "stablehlo.add"(%524, %525) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %527 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %528 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %529 = "stablehlo.dynamic_slice"(%42, %355, %527, %528) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %530 = "stablehlo.reshape"(%529) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %531 = "stablehlo.slice"(%530) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %532 = "stablehlo.reshape"(%531) : (tensor<1xui32>) -> tensor<ui32>
      %533 = "stablehlo.slice"(%530) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %534 = "stablehlo.reshape"(%533) : (tensor<1xui32>) -> tensor<ui32>
      %535 = "stablehlo.constant"() {value = dense<2> : tensor<4xui32>} : () -> tensor<4xui32>
      %536 = "stablehlo.multiply"(%402, %535) : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
      %537 = "stablehlo.broadcast_in_dim"(%536) {broadcast_dimensions = array<i64: 0>} : (tensor<4xui32>) -> tensor<4x2xui32>
      %538 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<4x2xui32>
      %539 = "stablehlo.add"(%537, %538) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %540 = "stablehlo.constant"() {value = dense<5> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %541 = "stablehlo.shift_right_logical"(%539, %540) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %542 = "stablehlo.broadcast_in_dim"(%532) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x2xui32>
      %543 = "stablehlo.xor"(%541, %542) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %544 = "stablehlo.constant"() {value = dense<16> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %545 = "stablehlo.shift_right_logical"(%543, %544) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %546 = "stablehlo.xor"(%543, %545) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %547 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %548 = "stablehlo.multiply"(%546, %547) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %549 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %550 = "stablehlo.shift_right_logical"(%548, %549) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %551 = "stablehlo.xor"(%548, %550) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %552 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %553 = "stablehlo.multiply"(%551, %552) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %554 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %555 = "stablehlo.shift_right_logical"(%553, %554) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %556 = "stablehlo.xor"(%553, %555) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %557 = "stablehlo.broadcast_in_dim"(%534) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<4x2xui32>
      %558 = "stablehlo.add"(%556, %557) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %559 = "stablehlo.constant"() {value = dense<16> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %560 = "stablehlo.shift_right_logical"(%558, %559) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %561 = "stablehlo.xor"(%558, %560) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %562 = "stablehlo.constant"() {value = dense<569420461> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %563 = "stablehlo.multiply"(%561, %562) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %564 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %565 = "stablehlo.shift_right_logical"(%563, %564) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %566 = "stablehlo.xor"(%563, %565) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %567 = "stablehlo.constant"() {value = dense<1935289751> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %568 = "stablehlo.multiply"(%566, %567) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %569 = "stablehlo.constant"() {value = dense<15> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %570 = "stablehlo.shift_right_logical"(%568, %569) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %571 = "stablehlo.xor"(%568, %570) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %572 = "stablehlo.constant"() {value = dense<31> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %573 = "stablehlo.and"(%539, %572) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %574 = "stablehlo.shift_right_logical"(%571, %573) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %575 = "stablehlo.constant"() {value = dense<1> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %576 = "stablehlo.and"(%574, %575) : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xui32>
      %577 = "stablehlo.constant"() {value = dense<0> : tensor<4x2xui32>} : () -> tensor<4x2xui32>
      %578 = "stablehlo.compare"(%576, %577) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<4x2xui32>, tensor<4x2xui32>) -> tensor<4x2xi1>
      %579 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %580 = "stablehlo.maximum"(%526, %579) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %581 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %582 = "stablehlo.multiply"(%580, %581) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %583 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %584 = "stablehlo.select"(%578, %582, %583) : (tensor<4x2xi1>, tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %585 = "stablehlo.gather"(%357, %453) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<5x2xf32>, tensor<4xi32>) -> tensor<4x2xf32>
      %586 = "stablehlo.gather"(%359, %447) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<7x2xf32>, tensor<4xi32>) -> tensor<4x2xf32>
      %587 = "stablehlo.multiply"(%585, %586) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %588 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %589 = "stablehlo.multiply"(%587, %588) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %593 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %594 = "stablehlo.reduce"(%589, %593) (
      {
      ^bb0(%590: tensor<f32>, %591: tensor<f32>):
        %592 = "stablehlo.add"(%590, %591) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%592) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<4xf32>
      %595 = "stablehlo.broadcast_in_dim"(%366) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %596 = "stablehlo.multiply"(%584, %595) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %600 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %601 = "stablehlo.reduce"(%596, %600) (
      {
      ^bb0(%597: tensor<f32>, %598: tensor<f32>):
        %599 = "stablehlo.add"(%597, %598) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%599) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<4xf32>
      %602 = "stablehlo.add"(%594, %601) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %603 = "stablehlo.reshape"(%367) : (tensor<1xf32>) -> tensor<f32>
      %604 = "stablehlo.broadcast_in_dim"(%603) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %605 = "stablehlo.add"(%602, %604) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %606 = "stablehlo.constant"() {value = dense<0.0> : tensor<4xf32>} : () -> tensor<4xf32>
      %607 = "stablehlo.maximum"(%605, %606) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %608 = "stablehlo.multiply"(%605, %454) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %609 = "stablehlo.subtract"(%607, %608) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %610 = "stablehlo.abs"(%605) : (tensor<4xf32>) -> tensor<4xf32>
      %611 = "stablehlo.negate"(%610) : (tensor<4xf32>) -> tensor<4xf32>
      %612 = "stablehlo.exponential"(%611) : (tensor<4xf32>) -> tensor<4xf32>
      %613 = "stablehlo.log_plus_one"(%612) : (tensor<4xf32>) -> tensor<4xf32>
      %614 = "stablehlo.add"(%609, %613) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %615 = "stablehlo.constant"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
      %616 = "stablehlo.divide"(%615, %458) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %617 = "stablehlo.broadcast_in_dim"(%616) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %618 = "stablehlo.logistic"(%605) : (tensor<4xf32>) -> tensor<4xf32>
      %619 = "stablehlo.subtract"(%618, %454) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %620 = "stablehlo.multiply"(%619, %617) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %621 = "stablehlo.multiply"(%614, %457) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %625 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %626 = "stablehlo.reduce"(%621, %625) (
      {
      ^bb0(%622: tensor<f32>, %623: tensor<f32>):
        %624 = "stablehlo.add"(%622, %623) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%624) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
      %627 = "stablehlo.multiply"(%620, %457) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %628 = "stablehlo.broadcast_in_dim"(%627) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %629 = "stablehlo.multiply"(%587, %628) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %633 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %634 = "stablehlo.reduce"(%629, %633) (
      {
      ^bb0(%630: tensor<f32>, %631: tensor<f32>):
        %632 = "stablehlo.add"(%630, %631) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%632) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<2xf32>
      %635 = "stablehlo.broadcast_in_dim"(%627) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %636 = "stablehlo.multiply"(%584, %635) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %640 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %641 = "stablehlo.reduce"(%636, %640) (
      {
      ^bb0(%637: tensor<f32>, %638: tensor<f32>):
        %639 = "stablehlo.add"(%637, %638) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%639) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<2xf32>
      %645 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %646 = "stablehlo.reduce"(%627, %645) (
      {
      ^bb0(%642: tensor<f32>, %643: tensor<f32>):
        %644 = "stablehlo.add"(%642, %643) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%644) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
      %647 = "stablehlo.reshape"(%646) : (tensor<f32>) -> tensor<1xf32>
      %648 = "stablehlo.broadcast_in_dim"(%627) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %649 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %650 = "stablehlo.multiply"(%648, %649) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %651 = "stablehlo.multiply"(%650, %586) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %652 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %656 = "stablehlo.scatter"(%652, %453, %651) (
      {
      ^bb0(%653: tensor<f32>, %654: tensor<f32>):
        %655 = "stablehlo.add"(%653, %654) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%655) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<5x2xf32>, tensor<4xi32>, tensor<4x2xf32>) -> tensor<5x2xf32>
      %657 = "stablehlo.multiply"(%650, %585) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %658 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %662 = "stablehlo.scatter"(%658, %447, %657) (
      {
      ^bb0(%659: tensor<f32>, %660: tensor<f32>):
        %661 = "stablehlo.add"(%659, %660) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%661) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<7x2xf32>, tensor<4xi32>, tensor<4x2xf32>) -> tensor<7x2xf32>
      %663 = "stablehlo.broadcast_in_dim"(%627) {broadcast_dimensions = array<i64: 0>} : (tensor<4xf32>) -> tensor<4x2xf32>
      %664 = "stablehlo.broadcast_in_dim"(%366) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<4x2xf32>
      %665 = "stablehlo.multiply"(%663, %664) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %666 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %667 = "stablehlo.compare"(%584, %666) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xi1>
      %668 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %669 = "stablehlo.multiply"(%665, %668) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %670 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %671 = "stablehlo.select"(%667, %669, %670) : (tensor<4x2xi1>, tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %672 = "stablehlo.dot_general"(%523, %671) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x4xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %676 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %677 = "stablehlo.reduce"(%671, %676) (
      {
      ^bb0(%673: tensor<f32>, %674: tensor<f32>):
        %675 = "stablehlo.add"(%673, %674) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%675) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4x2xf32>, tensor<f32>) -> tensor<2xf32>
      %678 = "stablehlo.dot_general"(%671, %363) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x4xf32>
      %679 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %680 = "stablehlo.compare"(%523, %679) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xi1>
      %681 = "stablehlo.constant"() {value = dense<2.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %682 = "stablehlo.multiply"(%678, %681) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %683 = "stablehlo.constant"() {value = dense<0.0> : tensor<4x4xf32>} : () -> tensor<4x4xf32>
      %684 = "stablehlo.select"(%680, %682, %683) : (tensor<4x4xi1>, tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
      %685 = "stablehlo.dot_general"(%684, %361) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x4xf32>, tensor<8x4xf32>) -> tensor<4x8xf32>
      %686 = "stablehlo.slice"(%685) {start_indices = array<i64: 0, 0>, limit_indices = array<i64: 4, 4>, strides = array<i64: 1, 1>} : (tensor<4x8xf32>) -> tensor<4x4xf32>
      %687 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %691 = "stablehlo.scatter"(%687, %453, %686) (
      {
      ^bb0(%688: tensor<f32>, %689: tensor<f32>):
        %690 = "stablehlo.add"(%688, %689) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%690) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<5x4xf32>, tensor<4xi32>, tensor<4x4xf32>) -> tensor<5x4xf32>
      %692 = "stablehlo.slice"(%685) {start_indices = array<i64: 0, 4>, limit_indices = array<i64: 4, 8>, strides = array<i64: 1, 1>} : (tensor<4x8xf32>) -> tensor<4x4xf32>
      %693 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %697 = "stablehlo.scatter"(%693, %447, %692) (
      {
      ^bb0(%694: tensor<f32>, %695: tensor<f32>):
        %696 = "stablehlo.add"(%694, %695) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%696) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<7x4xf32>, tensor<4xi32>, tensor<4x4xf32>) -> tensor<7x4xf32>
      %698 = "stablehlo.dot_general"(%462, %684) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<4x8xf32>, tensor<4x4xf32>) -> tensor<8x4xf32>
      %702 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %703 = "stablehlo.reduce"(%684, %702) (
      {
      ^bb0(%699: tensor<f32>, %700: tensor<f32>):
        %701 = "stablehlo.add"(%699, %700) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%701) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<4x4xf32>, tensor<f32>) -> tensor<4xf32>
      %707 = "stablehlo.all_reduce"(%634) (
      {
      ^bb0(%704: tensor<f32>, %705: tensor<f32>):
        %706 = "stablehlo.add"(%704, %705) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%706) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<2xf32>) -> tensor<2xf32>
      %711 = "stablehlo.all_reduce"(%641) (
      {
      ^bb0(%708: tensor<f32>, %709: tensor<f32>):
        %710 = "stablehlo.add"(%708, %709) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%710) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<2xf32>) -> tensor<2xf32>
      %715 = "stablehlo.all_reduce"(%647) (
      {
      ^bb0(%712: tensor<f32>, %713: tensor<f32>):
        %714 = "stablehlo.add"(%712, %713) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%714) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<1xf32>) -> tensor<1xf32>
      %719 = "stablehlo.all_reduce"(%656) (
      {
      ^bb0(%716: tensor<f32>, %717: tensor<f32>):
        %718 = "stablehlo.add"(%716, %717) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%718) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<5x2xf32>) -> tensor<5x2xf32>
      %723 = "stablehlo.all_reduce"(%662) (
      {
      ^bb0(%720: tensor<f32>, %721: tensor<f32>):
        %722 = "stablehlo.add"(%720, %721) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%722) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<7x2xf32>) -> tensor<7x2xf32>
      %727 = "stablehlo.all_reduce"(%672) (
      {
      ^bb0(%724: tensor<f32>, %725: tensor<f32>):
        %726 = "stablehlo.add"(%724, %725) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%726) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<4x2xf32>) -> tensor<4x2xf32>
      %731 = "stablehlo.all_reduce"(%677) (
      {
      ^bb0(%728: tensor<f32>, %729: tensor<f32>):
        %730 = "stablehlo.add"(%728, %729) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%730) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<2xf32>) -> tensor<2xf32>
      %735 = "stablehlo.all_reduce"(%691) (
      {
      ^bb0(%732: tensor<f32>, %733: tensor<f32>):
        %734 = "stablehlo.add"(%732, %733) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%734) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<5x4xf32>) -> tensor<5x4xf32>
      %739 = "stablehlo.all_reduce"(%697) (
      {
      ^bb0(%736: tensor<f32>, %737: tensor<f32>):
        %738 = "stablehlo.add"(%736, %737) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%738) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<7x4xf32>) -> tensor<7x4xf32>
      %743 = "stablehlo.all_reduce"(%698) (
      {
      ^bb0(%740: tensor<f32>, %741: tensor<f32>):
        %742 = "stablehlo.add"(%740, %741) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%742) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<8x4xf32>) -> tensor<8x4xf32>
      %747 = "stablehlo.all_reduce"(%703) (
      {
      ^bb0(%744: tensor<f32>, %745: tensor<f32>):
        %746 = "stablehlo.add"(%744, %745) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%746) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<4xf32>) -> tensor<4xf32>
      %751 = "stablehlo.all_reduce"(%626) (
      {
      ^bb0(%748: tensor<f32>, %749: tensor<f32>):
        %750 = "stablehlo.add"(%748, %749) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%750) : (tensor<f32>) -> ()
      }) {replica_groups = dense<[[0, 1]]> : tensor<1x2xi64>} : (tensor<f32>) -> tensor<f32>
      %752 = "stablehlo.divide"(%751, %458) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %753 = "stablehlo.dynamic_slice"(%43, %355) {slice_sizes = array<i64: 1>} : (tensor<5xf32>, tensor<ui32>) -> tensor<1xf32>
      %754 = "stablehlo.reshape"(%753) : (tensor<1xf32>) -> tensor<f32>
      %755 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %756 = "stablehlo.multiply"(%376, %755) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %757 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %758 = "stablehlo.multiply"(%707, %757) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %759 = "stablehlo.add"(%756, %758) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %760 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %761 = "stablehlo.multiply"(%387, %760) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %762 = "stablehlo.multiply"(%707, %707) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %763 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %764 = "stablehlo.multiply"(%762, %763) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %765 = "stablehlo.add"(%761, %764) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %766 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %767 = "stablehlo.multiply"(%759, %766) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %768 = "stablehlo.sqrt"(%765) : (tensor<2xf32>) -> tensor<2xf32>
      %769 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %770 = "stablehlo.add"(%768, %769) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %771 = "stablehlo.divide"(%767, %770) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %772 = "stablehlo.subtract"(%365, %771) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %773 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %774 = "stablehlo.multiply"(%377, %773) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %775 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %776 = "stablehlo.multiply"(%711, %775) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %777 = "stablehlo.add"(%774, %776) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %778 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %779 = "stablehlo.multiply"(%388, %778) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %780 = "stablehlo.multiply"(%711, %711) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %781 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %782 = "stablehlo.multiply"(%780, %781) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %783 = "stablehlo.add"(%779, %782) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %784 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %785 = "stablehlo.multiply"(%777, %784) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %786 = "stablehlo.sqrt"(%783) : (tensor<2xf32>) -> tensor<2xf32>
      %787 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %788 = "stablehlo.add"(%786, %787) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %789 = "stablehlo.divide"(%785, %788) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %790 = "stablehlo.subtract"(%366, %789) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %791 = "stablehlo.constant"() {value = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
      %792 = "stablehlo.multiply"(%378, %791) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %793 = "stablehlo.constant"() {value = dense<0.75> : tensor<1xf32>} : () -> tensor<1xf32>
      %794 = "stablehlo.multiply"(%715, %793) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %795 = "stablehlo.add"(%792, %794) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %796 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %797 = "stablehlo.multiply"(%389, %796) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %798 = "stablehlo.multiply"(%715, %715) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %799 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %800 = "stablehlo.multiply"(%798, %799) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %801 = "stablehlo.add"(%797, %800) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %802 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<1xf32>
      %803 = "stablehlo.multiply"(%795, %802) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %804 = "stablehlo.sqrt"(%801) : (tensor<1xf32>) -> tensor<1xf32>
      %805 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<1xf32>} : () -> tensor<1xf32>
      %806 = "stablehlo.add"(%804, %805) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %807 = "stablehlo.divide"(%803, %806) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %808 = "stablehlo.subtract"(%367, %807) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %809 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %810 = "stablehlo.multiply"(%368, %809) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %811 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %812 = "stablehlo.multiply"(%719, %811) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %813 = "stablehlo.add"(%810, %812) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %814 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %815 = "stablehlo.multiply"(%379, %814) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %816 = "stablehlo.multiply"(%719, %719) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %817 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %818 = "stablehlo.multiply"(%816, %817) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %819 = "stablehlo.add"(%815, %818) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %820 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x2xf32>
      %821 = "stablehlo.multiply"(%813, %820) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %822 = "stablehlo.sqrt"(%819) : (tensor<5x2xf32>) -> tensor<5x2xf32>
      %823 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %824 = "stablehlo.add"(%822, %823) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %825 = "stablehlo.divide"(%821, %824) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %826 = "stablehlo.subtract"(%357, %825) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %827 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %828 = "stablehlo.multiply"(%370, %827) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %829 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %830 = "stablehlo.multiply"(%723, %829) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %831 = "stablehlo.add"(%828, %830) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %832 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %833 = "stablehlo.multiply"(%381, %832) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %834 = "stablehlo.multiply"(%723, %723) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %835 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %836 = "stablehlo.multiply"(%834, %835) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %837 = "stablehlo.add"(%833, %836) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %838 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x2xf32>
      %839 = "stablehlo.multiply"(%831, %838) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %840 = "stablehlo.sqrt"(%837) : (tensor<7x2xf32>) -> tensor<7x2xf32>
      %841 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %842 = "stablehlo.add"(%840, %841) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %843 = "stablehlo.divide"(%839, %842) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %844 = "stablehlo.subtract"(%359, %843) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %845 = "stablehlo.constant"() {value = dense<0.25> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %846 = "stablehlo.multiply"(%374, %845) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %847 = "stablehlo.constant"() {value = dense<0.75> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %848 = "stablehlo.multiply"(%727, %847) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %849 = "stablehlo.add"(%846, %848) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %850 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %851 = "stablehlo.multiply"(%385, %850) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %852 = "stablehlo.multiply"(%727, %727) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %853 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %854 = "stablehlo.multiply"(%852, %853) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %855 = "stablehlo.add"(%851, %854) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %856 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4x2xf32>
      %857 = "stablehlo.multiply"(%849, %856) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %858 = "stablehlo.sqrt"(%855) : (tensor<4x2xf32>) -> tensor<4x2xf32>
      %859 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %860 = "stablehlo.add"(%858, %859) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %861 = "stablehlo.divide"(%857, %860) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %862 = "stablehlo.subtract"(%363, %861) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %863 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %864 = "stablehlo.multiply"(%375, %863) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %865 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %866 = "stablehlo.multiply"(%731, %865) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %867 = "stablehlo.add"(%864, %866) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %868 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %869 = "stablehlo.multiply"(%386, %868) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %870 = "stablehlo.multiply"(%731, %731) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %871 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %872 = "stablehlo.multiply"(%870, %871) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %873 = "stablehlo.add"(%869, %872) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %874 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %875 = "stablehlo.multiply"(%867, %874) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %876 = "stablehlo.sqrt"(%873) : (tensor<2xf32>) -> tensor<2xf32>
      %877 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %878 = "stablehlo.add"(%876, %877) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %879 = "stablehlo.divide"(%875, %878) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %880 = "stablehlo.subtract"(%364, %879) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %881 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %882 = "stablehlo.multiply"(%369, %881) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %883 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %884 = "stablehlo.multiply"(%735, %883) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %885 = "stablehlo.add"(%882, %884) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %886 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %887 = "stablehlo.multiply"(%380, %886) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %888 = "stablehlo.multiply"(%735, %735) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %889 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %890 = "stablehlo.multiply"(%888, %889) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %891 = "stablehlo.add"(%887, %890) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %892 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x4xf32>
      %893 = "stablehlo.multiply"(%885, %892) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %894 = "stablehlo.sqrt"(%891) : (tensor<5x4xf32>) -> tensor<5x4xf32>
      %895 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %896 = "stablehlo.add"(%894, %895) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %897 = "stablehlo.divide"(%893, %896) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %898 = "stablehlo.subtract"(%358, %897) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %899 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %900 = "stablehlo.multiply"(%371, %899) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %901 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %902 = "stablehlo.multiply"(%739, %901) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %903 = "stablehlo.add"(%900, %902) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %904 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %905 = "stablehlo.multiply"(%382, %904) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %906 = "stablehlo.multiply"(%739, %739) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %907 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %908 = "stablehlo.multiply"(%906, %907) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %909 = "stablehlo.add"(%905, %908) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %910 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x4xf32>
      %911 = "stablehlo.multiply"(%903, %910) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %912 = "stablehlo.sqrt"(%909) : (tensor<7x4xf32>) -> tensor<7x4xf32>
      %913 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %914 = "stablehlo.add"(%912, %913) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %915 = "stablehlo.divide"(%911, %914) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %916 = "stablehlo.subtract"(%360, %915) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %917 = "stablehlo.constant"() {value = dense<0.25> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %918 = "stablehlo.multiply"(%372, %917) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %919 = "stablehlo.constant"() {value = dense<0.75> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %920 = "stablehlo.multiply"(%743, %919) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %921 = "stablehlo.add"(%918, %920) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %922 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %923 = "stablehlo.multiply"(%383, %922) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %924 = "stablehlo.multiply"(%743, %743) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %925 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %926 = "stablehlo.multiply"(%924, %925) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %927 = "stablehlo.add"(%923, %926) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %928 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8x4xf32>
      %929 = "stablehlo.multiply"(%921, %928) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %930 = "stablehlo.sqrt"(%927) : (tensor<8x4xf32>) -> tensor<8x4xf32>
      %931 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %932 = "stablehlo.add"(%930, %931) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %933 = "stablehlo.divide"(%929, %932) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %934 = "stablehlo.subtract"(%361, %933) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %935 = "stablehlo.constant"() {value = dense<0.25> : tensor<4xf32>} : () -> tensor<4xf32>
      %936 = "stablehlo.multiply"(%373, %935) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %937 = "stablehlo.constant"() {value = dense<0.75> : tensor<4xf32>} : () -> tensor<4xf32>
      %938 = "stablehlo.multiply"(%747, %937) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %939 = "stablehlo.add"(%936, %938) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %940 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %941 = "stablehlo.multiply"(%384, %940) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %942 = "stablehlo.multiply"(%747, %747) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %943 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %944 = "stablehlo.multiply"(%942, %943) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %945 = "stablehlo.add"(%941, %944) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %946 = "stablehlo.broadcast_in_dim"(%754) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %947 = "stablehlo.multiply"(%939, %946) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %948 = "stablehlo.sqrt"(%945) : (tensor<4xf32>) -> tensor<4xf32>
      %949 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4xf32>} : () -> tensor<4xf32>
      %950 = "stablehlo.add"(%948, %949) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %951 = "stablehlo.divide"(%947, %950) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %952 = "stablehlo.subtract"(%362, %951) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %953 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %954 = "stablehlo.add"(%355, %953) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %955 = "stablehlo.reshape"(%752) : (tensor<f32>) -> tensor<1xf32>
      %956 = "stablehlo.dynamic_update_slice"(%356, %955, %355) : (tensor<5xf32>, tensor<1xf32>, tensor<ui32>) -> tensor<5xf32>
      %957 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %958 = "stablehlo.add"(%355, %957) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      "stablehlo.return"(%958, %956, %826, %898, %844, %916, %934, %952, %862, %880, %772, %790, %808, %813, %885, %831, %903, %921, %939, %849, %867, %759, %777, %795, %819, %891, %837, %909, %927, %945, %855, %873, %765, %783, %801, %954, %391, %392, %393) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> ()
    }) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>)
    "func.return"(%961, %962, %963, %964, %965, %966, %967, %968, %969, %970, %971, %972, %973, %974, %975, %976, %977, %978, %979, %980, %981, %982, %983, %984, %985, %986, %987, %988, %989, %990, %991, %992, %993, %994, %995, %996, %997, %960) : (tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<5xf32>) -> ()
  }
}
