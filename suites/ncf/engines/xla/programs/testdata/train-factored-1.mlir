module @ncf_train_epoch attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
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
    %310 = "stablehlo.pad"(%304, %305) {edge_padding_low = array<i64: 0>, edge_padding_high = array<i64: 15>, interior_padding = array<i64: 0>} : (tensor<33xui32>, tensor<ui32>) -> tensor<48xui32>
    %311 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
    %312 = "stablehlo.constant"() {value = dense<0.0> : tensor<5xf32>} : () -> tensor<5xf32>
    %934, %935, %936, %937, %938, %939, %940, %941, %942, %943, %944, %945, %946, %947, %948, %949, %950, %951, %952, %953, %954, %955, %956, %957, %958, %959, %960, %961, %962, %963, %964, %965, %966, %967, %968, %969, %970, %971, %972 = "stablehlo.while"(%311, %312, %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18, %19, %20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31, %32, %33, %34, %35, %36) (
    {
    ^bb0(%313: tensor<ui32>, %314: tensor<5xf32>, %315: tensor<5x2xf32>, %316: tensor<5x4xf32>, %317: tensor<7x2xf32>, %318: tensor<7x4xf32>, %319: tensor<8x4xf32>, %320: tensor<4xf32>, %321: tensor<4x2xf32>, %322: tensor<2xf32>, %323: tensor<2xf32>, %324: tensor<2xf32>, %325: tensor<1xf32>, %326: tensor<5x2xf32>, %327: tensor<5x4xf32>, %328: tensor<7x2xf32>, %329: tensor<7x4xf32>, %330: tensor<8x4xf32>, %331: tensor<4xf32>, %332: tensor<4x2xf32>, %333: tensor<2xf32>, %334: tensor<2xf32>, %335: tensor<2xf32>, %336: tensor<1xf32>, %337: tensor<5x2xf32>, %338: tensor<5x4xf32>, %339: tensor<7x2xf32>, %340: tensor<7x4xf32>, %341: tensor<8x4xf32>, %342: tensor<4xf32>, %343: tensor<4x2xf32>, %344: tensor<2xf32>, %345: tensor<2xf32>, %346: tensor<2xf32>, %347: tensor<1xf32>, %348: tensor<ui32>, %349: tensor<f32>, %350: tensor<i32>, %351: tensor<i32>):
      %352 = "stablehlo.constant"() {value = dense<5> : tensor<ui32>} : () -> tensor<ui32>
      %353 = "stablehlo.compare"(%313, %352) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
      "stablehlo.return"(%353) : (tensor<i1>) -> ()
    },
    {
    ^bb0(%354: tensor<ui32>, %355: tensor<5xf32>, %356: tensor<5x2xf32>, %357: tensor<5x4xf32>, %358: tensor<7x2xf32>, %359: tensor<7x4xf32>, %360: tensor<8x4xf32>, %361: tensor<4xf32>, %362: tensor<4x2xf32>, %363: tensor<2xf32>, %364: tensor<2xf32>, %365: tensor<2xf32>, %366: tensor<1xf32>, %367: tensor<5x2xf32>, %368: tensor<5x4xf32>, %369: tensor<7x2xf32>, %370: tensor<7x4xf32>, %371: tensor<8x4xf32>, %372: tensor<4xf32>, %373: tensor<4x2xf32>, %374: tensor<2xf32>, %375: tensor<2xf32>, %376: tensor<2xf32>, %377: tensor<1xf32>, %378: tensor<5x2xf32>, %379: tensor<5x4xf32>, %380: tensor<7x2xf32>, %381: tensor<7x4xf32>, %382: tensor<8x4xf32>, %383: tensor<4xf32>, %384: tensor<4x2xf32>, %385: tensor<2xf32>, %386: tensor<2xf32>, %387: tensor<2xf32>, %388: tensor<1xf32>, %389: tensor<ui32>, %390: tensor<f32>, %391: tensor<i32>, %392: tensor<i32>):
      %393 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %394 = "stablehlo.constant"() {value = dense<8> : tensor<ui32>} : () -> tensor<ui32>
      %395 = "stablehlo.multiply"(%354, %394) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %396 = "stablehlo.add"(%395, %393) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %397 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<8xui32>
      %398 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<8xui32>
      %399 = "stablehlo.broadcast_in_dim"(%393) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8xui32>
      %400 = "stablehlo.add"(%397, %399) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %401 = "stablehlo.dynamic_slice"(%310, %396) {slice_sizes = array<i64: 8>} : (tensor<48xui32>, tensor<ui32>) -> tensor<8xui32>
      %402 = "stablehlo.constant"() {value = dense<11> : tensor<8xui32>} : () -> tensor<8xui32>
      %403 = "stablehlo.remainder"(%401, %402) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %411, %412, %413 = "stablehlo.sort"(%403, %401, %400) (
      {
      ^bb0(%404: tensor<ui32>, %405: tensor<ui32>, %406: tensor<ui32>, %407: tensor<ui32>, %408: tensor<ui32>, %409: tensor<ui32>):
        %410 = "stablehlo.compare"(%404, %405) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
        "stablehlo.return"(%410) : (tensor<i1>) -> ()
      }) {dimension = 0 : i64, is_stable = true} : (tensor<8xui32>, tensor<8xui32>, tensor<8xui32>) -> (tensor<8xui32>, tensor<8xui32>, tensor<8xui32>)
      %414 = "stablehlo.convert"(%411) : (tensor<8xui32>) -> tensor<8xi32>
      %415 = "stablehlo.constant"() {value = dense<11> : tensor<8xui32>} : () -> tensor<8xui32>
      %416 = "stablehlo.compare"(%412, %415) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xi1>
      %417 = "stablehlo.broadcast_in_dim"(%307) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8xui32>
      %418 = "stablehlo.xor"(%412, %417) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %419 = "stablehlo.constant"() {value = dense<16> : tensor<8xui32>} : () -> tensor<8xui32>
      %420 = "stablehlo.shift_right_logical"(%418, %419) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %421 = "stablehlo.xor"(%418, %420) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %422 = "stablehlo.constant"() {value = dense<569420461> : tensor<8xui32>} : () -> tensor<8xui32>
      %423 = "stablehlo.multiply"(%421, %422) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %424 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %425 = "stablehlo.shift_right_logical"(%423, %424) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %426 = "stablehlo.xor"(%423, %425) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %427 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8xui32>} : () -> tensor<8xui32>
      %428 = "stablehlo.multiply"(%426, %427) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %429 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %430 = "stablehlo.shift_right_logical"(%428, %429) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %431 = "stablehlo.xor"(%428, %430) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %432 = "stablehlo.broadcast_in_dim"(%309) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8xui32>
      %433 = "stablehlo.add"(%431, %432) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %434 = "stablehlo.constant"() {value = dense<16> : tensor<8xui32>} : () -> tensor<8xui32>
      %435 = "stablehlo.shift_right_logical"(%433, %434) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %436 = "stablehlo.xor"(%433, %435) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %437 = "stablehlo.constant"() {value = dense<569420461> : tensor<8xui32>} : () -> tensor<8xui32>
      %438 = "stablehlo.multiply"(%436, %437) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %439 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %440 = "stablehlo.shift_right_logical"(%438, %439) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %441 = "stablehlo.xor"(%438, %440) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %442 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8xui32>} : () -> tensor<8xui32>
      %443 = "stablehlo.multiply"(%441, %442) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %444 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %445 = "stablehlo.shift_right_logical"(%443, %444) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %446 = "stablehlo.xor"(%443, %445) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %447 = "stablehlo.convert"(%446) : (tensor<8xui32>) -> tensor<8xui64>
      %448 = "stablehlo.constant"() {value = dense<7> : tensor<8xui64>} : () -> tensor<8xui64>
      %449 = "stablehlo.multiply"(%447, %448) : (tensor<8xui64>, tensor<8xui64>) -> tensor<8xui64>
      %450 = "stablehlo.constant"() {value = dense<32> : tensor<8xui64>} : () -> tensor<8xui64>
      %451 = "stablehlo.shift_right_logical"(%449, %450) : (tensor<8xui64>, tensor<8xui64>) -> tensor<8xui64>
      %452 = "stablehlo.convert"(%451) : (tensor<8xui64>) -> tensor<8xui32>
      %453 = "stablehlo.gather"(%38, %414) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<8xi32>) -> tensor<8xi32>
      %454 = "stablehlo.convert"(%452) : (tensor<8xui32>) -> tensor<8xi32>
      %455 = "stablehlo.select"(%416, %453, %454) : (tensor<8xi1>, tensor<8xi32>, tensor<8xi32>) -> tensor<8xi32>
      %456 = "stablehlo.constant"() {value = dense<8> : tensor<ui32>} : () -> tensor<ui32>
      %457 = "stablehlo.constant"() {value = dense<4> : tensor<ui32>} : () -> tensor<ui32>
      %458 = "stablehlo.compare"(%354, %457) {comparison_direction = #stablehlo<comparison_direction EQ>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
      %459 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %460 = "stablehlo.select"(%458, %459, %456) : (tensor<i1>, tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %461 = "stablehlo.gather"(%37, %414) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<8xi32>) -> tensor<8xi32>
      %462 = "stablehlo.convert"(%416) : (tensor<8xi1>) -> tensor<8xf32>
      %463 = "stablehlo.broadcast_in_dim"(%460) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8xui32>
      %464 = "stablehlo.compare"(%413, %463) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xi1>
      %465 = "stablehlo.convert"(%464) : (tensor<8xi1>) -> tensor<8xf32>
      %466 = "stablehlo.convert"(%460) : (tensor<ui32>) -> tensor<f32>
      %467 = "stablehlo.iota"() {iota_dimension = 0 : i64} : () -> tensor<8xi32>
      %473, %474 = "stablehlo.sort"(%455, %467) (
      {
      ^bb0(%468: tensor<i32>, %469: tensor<i32>, %470: tensor<i32>, %471: tensor<i32>):
        %472 = "stablehlo.compare"(%468, %469) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<i32>, tensor<i32>) -> tensor<i1>
        "stablehlo.return"(%472) : (tensor<i1>) -> ()
      }) {dimension = 0 : i64, is_stable = true} : (tensor<8xi32>, tensor<8xi32>) -> (tensor<8xi32>, tensor<8xi32>)
      %475 = "stablehlo.slice"(%360) {start_indices = array<i64: 0, 0>, limit_indices = array<i64: 4, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %476 = "stablehlo.dot_general"(%357, %475) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<5x4xf32>, tensor<4x4xf32>) -> tensor<5x4xf32>
      %477 = "stablehlo.slice"(%360) {start_indices = array<i64: 4, 0>, limit_indices = array<i64: 8, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %478 = "stablehlo.dot_general"(%359, %477) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<7x4xf32>, tensor<4x4xf32>) -> tensor<7x4xf32>
      %479 = "stablehlo.broadcast_in_dim"(%361) {broadcast_dimensions = array<i64: 1>} : (tensor<4xf32>) -> tensor<7x4xf32>
      %480 = "stablehlo.add"(%478, %479) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %481 = "stablehlo.gather"(%476, %461) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = true} : (tensor<5x4xf32>, tensor<8xi32>) -> tensor<8x4xf32>
      %482 = "stablehlo.gather"(%480, %455) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<7x4xf32>, tensor<8xi32>) -> tensor<8x4xf32>
      %483 = "stablehlo.add"(%481, %482) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %484 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %485 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %486 = "stablehlo.dynamic_slice"(%42, %354, %484, %485) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %487 = "stablehlo.reshape"(%486) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %488 = "stablehlo.slice"(%487) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %489 = "stablehlo.reshape"(%488) : (tensor<1xui32>) -> tensor<ui32>
      %490 = "stablehlo.slice"(%487) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %491 = "stablehlo.reshape"(%490) : (tensor<1xui32>) -> tensor<ui32>
      %492 = "stablehlo.constant"() {value = dense<4> : tensor<8xui32>} : () -> tensor<8xui32>
      %493 = "stablehlo.multiply"(%413, %492) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %494 = "stablehlo.broadcast_in_dim"(%493) {broadcast_dimensions = array<i64: 0>} : (tensor<8xui32>) -> tensor<8x4xui32>
      %495 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<8x4xui32>
      %496 = "stablehlo.add"(%494, %495) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %497 = "stablehlo.constant"() {value = dense<5> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %498 = "stablehlo.shift_right_logical"(%496, %497) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %499 = "stablehlo.broadcast_in_dim"(%489) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x4xui32>
      %500 = "stablehlo.xor"(%498, %499) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %501 = "stablehlo.constant"() {value = dense<16> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %502 = "stablehlo.shift_right_logical"(%500, %501) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %503 = "stablehlo.xor"(%500, %502) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %504 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %505 = "stablehlo.multiply"(%503, %504) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %506 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %507 = "stablehlo.shift_right_logical"(%505, %506) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %508 = "stablehlo.xor"(%505, %507) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %509 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %510 = "stablehlo.multiply"(%508, %509) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %511 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %512 = "stablehlo.shift_right_logical"(%510, %511) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %513 = "stablehlo.xor"(%510, %512) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %514 = "stablehlo.broadcast_in_dim"(%491) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x4xui32>
      %515 = "stablehlo.add"(%513, %514) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %516 = "stablehlo.constant"() {value = dense<16> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %517 = "stablehlo.shift_right_logical"(%515, %516) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %518 = "stablehlo.xor"(%515, %517) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %519 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %520 = "stablehlo.multiply"(%518, %519) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %521 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %522 = "stablehlo.shift_right_logical"(%520, %521) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %523 = "stablehlo.xor"(%520, %522) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %524 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %525 = "stablehlo.multiply"(%523, %524) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %526 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %527 = "stablehlo.shift_right_logical"(%525, %526) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %528 = "stablehlo.xor"(%525, %527) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %529 = "stablehlo.constant"() {value = dense<31> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %530 = "stablehlo.and"(%496, %529) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %531 = "stablehlo.shift_right_logical"(%528, %530) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %532 = "stablehlo.constant"() {value = dense<1> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %533 = "stablehlo.and"(%531, %532) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %534 = "stablehlo.constant"() {value = dense<0> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %535 = "stablehlo.compare"(%533, %534) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xi1>
      %536 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %537 = "stablehlo.maximum"(%483, %536) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %538 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %539 = "stablehlo.multiply"(%537, %538) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %540 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %541 = "stablehlo.select"(%535, %539, %540) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %542 = "stablehlo.dot_general"(%541, %362) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x4xf32>, tensor<4x2xf32>) -> tensor<8x2xf32>
      %543 = "stablehlo.broadcast_in_dim"(%363) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %544 = "stablehlo.add"(%542, %543) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %545 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %546 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %547 = "stablehlo.dynamic_slice"(%42, %354, %545, %546) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %548 = "stablehlo.reshape"(%547) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %549 = "stablehlo.slice"(%548) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %550 = "stablehlo.reshape"(%549) : (tensor<1xui32>) -> tensor<ui32>
      %551 = "stablehlo.slice"(%548) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %552 = "stablehlo.reshape"(%551) : (tensor<1xui32>) -> tensor<ui32>
      %553 = "stablehlo.constant"() {value = dense<2> : tensor<8xui32>} : () -> tensor<8xui32>
      %554 = "stablehlo.multiply"(%413, %553) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %555 = "stablehlo.broadcast_in_dim"(%554) {broadcast_dimensions = array<i64: 0>} : (tensor<8xui32>) -> tensor<8x2xui32>
      %556 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<8x2xui32>
      %557 = "stablehlo.add"(%555, %556) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %558 = "stablehlo.constant"() {value = dense<5> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %559 = "stablehlo.shift_right_logical"(%557, %558) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %560 = "stablehlo.broadcast_in_dim"(%550) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x2xui32>
      %561 = "stablehlo.xor"(%559, %560) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %562 = "stablehlo.constant"() {value = dense<16> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %563 = "stablehlo.shift_right_logical"(%561, %562) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %564 = "stablehlo.xor"(%561, %563) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %565 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %566 = "stablehlo.multiply"(%564, %565) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %567 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %568 = "stablehlo.shift_right_logical"(%566, %567) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %569 = "stablehlo.xor"(%566, %568) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %570 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %571 = "stablehlo.multiply"(%569, %570) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %572 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %573 = "stablehlo.shift_right_logical"(%571, %572) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %574 = "stablehlo.xor"(%571, %573) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %575 = "stablehlo.broadcast_in_dim"(%552) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x2xui32>
      %576 = "stablehlo.add"(%574, %575) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %577 = "stablehlo.constant"() {value = dense<16> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %578 = "stablehlo.shift_right_logical"(%576, %577) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %579 = "stablehlo.xor"(%576, %578) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %580 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %581 = "stablehlo.multiply"(%579, %580) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %582 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %583 = "stablehlo.shift_right_logical"(%581, %582) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %584 = "stablehlo.xor"(%581, %583) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %585 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %586 = "stablehlo.multiply"(%584, %585) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %587 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %588 = "stablehlo.shift_right_logical"(%586, %587) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %589 = "stablehlo.xor"(%586, %588) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %590 = "stablehlo.constant"() {value = dense<31> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %591 = "stablehlo.and"(%557, %590) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %592 = "stablehlo.shift_right_logical"(%589, %591) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %593 = "stablehlo.constant"() {value = dense<1> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %594 = "stablehlo.and"(%592, %593) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %595 = "stablehlo.constant"() {value = dense<0> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %596 = "stablehlo.compare"(%594, %595) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xi1>
      %597 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %598 = "stablehlo.maximum"(%544, %597) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %599 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %600 = "stablehlo.multiply"(%598, %599) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %601 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %602 = "stablehlo.select"(%596, %600, %601) : (tensor<8x2xi1>, tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %603 = "stablehlo.gather"(%356, %461) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = true} : (tensor<5x2xf32>, tensor<8xi32>) -> tensor<8x2xf32>
      %604 = "stablehlo.gather"(%358, %455) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<7x2xf32>, tensor<8xi32>) -> tensor<8x2xf32>
      %605 = "stablehlo.multiply"(%603, %604) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %606 = "stablehlo.broadcast_in_dim"(%364) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %607 = "stablehlo.multiply"(%605, %606) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %611 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %612 = "stablehlo.reduce"(%607, %611) (
      {
      ^bb0(%608: tensor<f32>, %609: tensor<f32>):
        %610 = "stablehlo.add"(%608, %609) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%610) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<8xf32>
      %613 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %614 = "stablehlo.multiply"(%602, %613) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %618 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %619 = "stablehlo.reduce"(%614, %618) (
      {
      ^bb0(%615: tensor<f32>, %616: tensor<f32>):
        %617 = "stablehlo.add"(%615, %616) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%617) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<8xf32>
      %620 = "stablehlo.add"(%612, %619) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %621 = "stablehlo.reshape"(%366) : (tensor<1xf32>) -> tensor<f32>
      %622 = "stablehlo.broadcast_in_dim"(%621) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8xf32>
      %623 = "stablehlo.add"(%620, %622) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %624 = "stablehlo.constant"() {value = dense<0.0> : tensor<8xf32>} : () -> tensor<8xf32>
      %625 = "stablehlo.maximum"(%623, %624) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %626 = "stablehlo.multiply"(%623, %462) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %627 = "stablehlo.subtract"(%625, %626) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %628 = "stablehlo.abs"(%623) : (tensor<8xf32>) -> tensor<8xf32>
      %629 = "stablehlo.negate"(%628) : (tensor<8xf32>) -> tensor<8xf32>
      %630 = "stablehlo.exponential"(%629) : (tensor<8xf32>) -> tensor<8xf32>
      %631 = "stablehlo.log_plus_one"(%630) : (tensor<8xf32>) -> tensor<8xf32>
      %632 = "stablehlo.add"(%627, %631) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %633 = "stablehlo.constant"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
      %634 = "stablehlo.divide"(%633, %466) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %635 = "stablehlo.broadcast_in_dim"(%634) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8xf32>
      %636 = "stablehlo.logistic"(%623) : (tensor<8xf32>) -> tensor<8xf32>
      %637 = "stablehlo.subtract"(%636, %462) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %638 = "stablehlo.multiply"(%637, %635) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %639 = "stablehlo.multiply"(%632, %465) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %643 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %644 = "stablehlo.reduce"(%639, %643) (
      {
      ^bb0(%640: tensor<f32>, %641: tensor<f32>):
        %642 = "stablehlo.add"(%640, %641) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%642) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
      %645 = "stablehlo.multiply"(%638, %465) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %646 = "stablehlo.broadcast_in_dim"(%645) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %647 = "stablehlo.multiply"(%605, %646) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %651 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %652 = "stablehlo.reduce"(%647, %651) (
      {
      ^bb0(%648: tensor<f32>, %649: tensor<f32>):
        %650 = "stablehlo.add"(%648, %649) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%650) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<2xf32>
      %653 = "stablehlo.broadcast_in_dim"(%645) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %654 = "stablehlo.multiply"(%602, %653) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %658 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %659 = "stablehlo.reduce"(%654, %658) (
      {
      ^bb0(%655: tensor<f32>, %656: tensor<f32>):
        %657 = "stablehlo.add"(%655, %656) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%657) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<2xf32>
      %663 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %664 = "stablehlo.reduce"(%645, %663) (
      {
      ^bb0(%660: tensor<f32>, %661: tensor<f32>):
        %662 = "stablehlo.add"(%660, %661) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%662) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
      %665 = "stablehlo.reshape"(%664) : (tensor<f32>) -> tensor<1xf32>
      %666 = "stablehlo.broadcast_in_dim"(%645) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %667 = "stablehlo.broadcast_in_dim"(%364) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %668 = "stablehlo.multiply"(%666, %667) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %669 = "stablehlo.multiply"(%668, %604) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %670 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %674 = "stablehlo.scatter"(%670, %461, %669) (
      {
      ^bb0(%671: tensor<f32>, %672: tensor<f32>):
        %673 = "stablehlo.add"(%671, %672) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%673) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<5x2xf32>, tensor<8xi32>, tensor<8x2xf32>) -> tensor<5x2xf32>
      %675 = "stablehlo.multiply"(%668, %603) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %676 = "stablehlo.gather"(%675, %474) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<8x2xf32>, tensor<8xi32>) -> tensor<8x2xf32>
      %677 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %681 = "stablehlo.scatter"(%677, %473, %676) (
      {
      ^bb0(%678: tensor<f32>, %679: tensor<f32>):
        %680 = "stablehlo.add"(%678, %679) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%680) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<7x2xf32>, tensor<8xi32>, tensor<8x2xf32>) -> tensor<7x2xf32>
      %682 = "stablehlo.broadcast_in_dim"(%645) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %683 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %684 = "stablehlo.multiply"(%682, %683) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %685 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %686 = "stablehlo.compare"(%602, %685) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xi1>
      %687 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %688 = "stablehlo.multiply"(%684, %687) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %689 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %690 = "stablehlo.select"(%686, %688, %689) : (tensor<8x2xi1>, tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %691 = "stablehlo.dot_general"(%541, %690) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x4xf32>, tensor<8x2xf32>) -> tensor<4x2xf32>
      %695 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %696 = "stablehlo.reduce"(%690, %695) (
      {
      ^bb0(%692: tensor<f32>, %693: tensor<f32>):
        %694 = "stablehlo.add"(%692, %693) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%694) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<2xf32>
      %697 = "stablehlo.dot_general"(%690, %362) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x2xf32>, tensor<4x2xf32>) -> tensor<8x4xf32>
      %698 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %699 = "stablehlo.compare"(%541, %698) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
      %700 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %701 = "stablehlo.multiply"(%697, %700) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %702 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %703 = "stablehlo.select"(%699, %701, %702) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %704 = "stablehlo.slice"(%360) {start_indices = array<i64: 0, 0>, limit_indices = array<i64: 4, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %705 = "stablehlo.slice"(%360) {start_indices = array<i64: 4, 0>, limit_indices = array<i64: 8, 4>, strides = array<i64: 1, 1>} : (tensor<8x4xf32>) -> tensor<4x4xf32>
      %706 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %710 = "stablehlo.scatter"(%706, %461, %703) (
      {
      ^bb0(%707: tensor<f32>, %708: tensor<f32>):
        %709 = "stablehlo.add"(%707, %708) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%709) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<5x4xf32>, tensor<8xi32>, tensor<8x4xf32>) -> tensor<5x4xf32>
      %711 = "stablehlo.gather"(%703, %474) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<8x4xf32>, tensor<8xi32>) -> tensor<8x4xf32>
      %712 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %716 = "stablehlo.scatter"(%712, %473, %711) (
      {
      ^bb0(%713: tensor<f32>, %714: tensor<f32>):
        %715 = "stablehlo.add"(%713, %714) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%715) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = true, unique_indices = false} : (tensor<7x4xf32>, tensor<8xi32>, tensor<8x4xf32>) -> tensor<7x4xf32>
      %717 = "stablehlo.dot_general"(%710, %704) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<5x4xf32>, tensor<4x4xf32>) -> tensor<5x4xf32>
      %718 = "stablehlo.dot_general"(%716, %705) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<7x4xf32>, tensor<4x4xf32>) -> tensor<7x4xf32>
      %719 = "stablehlo.dot_general"(%357, %710) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<4x4xf32>
      %720 = "stablehlo.dot_general"(%359, %716) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<4x4xf32>
      %721 = "stablehlo.concatenate"(%719, %720) {dimension = 0 : i64} : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<8x4xf32>
      %725 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %726 = "stablehlo.reduce"(%716, %725) (
      {
      ^bb0(%722: tensor<f32>, %723: tensor<f32>):
        %724 = "stablehlo.add"(%722, %723) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%724) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<7x4xf32>, tensor<f32>) -> tensor<4xf32>
      %727 = "stablehlo.divide"(%644, %466) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %728 = "stablehlo.dynamic_slice"(%43, %354) {slice_sizes = array<i64: 1>} : (tensor<5xf32>, tensor<ui32>) -> tensor<1xf32>
      %729 = "stablehlo.reshape"(%728) : (tensor<1xf32>) -> tensor<f32>
      %730 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %731 = "stablehlo.multiply"(%375, %730) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %732 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %733 = "stablehlo.multiply"(%652, %732) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %734 = "stablehlo.add"(%731, %733) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %735 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %736 = "stablehlo.multiply"(%386, %735) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %737 = "stablehlo.multiply"(%652, %652) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %738 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %739 = "stablehlo.multiply"(%737, %738) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %740 = "stablehlo.add"(%736, %739) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %741 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %742 = "stablehlo.multiply"(%734, %741) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %743 = "stablehlo.sqrt"(%740) : (tensor<2xf32>) -> tensor<2xf32>
      %744 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %745 = "stablehlo.add"(%743, %744) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %746 = "stablehlo.divide"(%742, %745) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %747 = "stablehlo.subtract"(%364, %746) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %748 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %749 = "stablehlo.multiply"(%376, %748) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %750 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %751 = "stablehlo.multiply"(%659, %750) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %752 = "stablehlo.add"(%749, %751) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %753 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %754 = "stablehlo.multiply"(%387, %753) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %755 = "stablehlo.multiply"(%659, %659) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %756 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %757 = "stablehlo.multiply"(%755, %756) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %758 = "stablehlo.add"(%754, %757) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %759 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %760 = "stablehlo.multiply"(%752, %759) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %761 = "stablehlo.sqrt"(%758) : (tensor<2xf32>) -> tensor<2xf32>
      %762 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %763 = "stablehlo.add"(%761, %762) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %764 = "stablehlo.divide"(%760, %763) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %765 = "stablehlo.subtract"(%365, %764) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %766 = "stablehlo.constant"() {value = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
      %767 = "stablehlo.multiply"(%377, %766) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %768 = "stablehlo.constant"() {value = dense<0.75> : tensor<1xf32>} : () -> tensor<1xf32>
      %769 = "stablehlo.multiply"(%665, %768) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %770 = "stablehlo.add"(%767, %769) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %771 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %772 = "stablehlo.multiply"(%388, %771) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %773 = "stablehlo.multiply"(%665, %665) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %774 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %775 = "stablehlo.multiply"(%773, %774) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %776 = "stablehlo.add"(%772, %775) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %777 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<1xf32>
      %778 = "stablehlo.multiply"(%770, %777) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %779 = "stablehlo.sqrt"(%776) : (tensor<1xf32>) -> tensor<1xf32>
      %780 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<1xf32>} : () -> tensor<1xf32>
      %781 = "stablehlo.add"(%779, %780) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %782 = "stablehlo.divide"(%778, %781) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %783 = "stablehlo.subtract"(%366, %782) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %784 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %785 = "stablehlo.multiply"(%367, %784) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %786 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %787 = "stablehlo.multiply"(%674, %786) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %788 = "stablehlo.add"(%785, %787) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %789 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %790 = "stablehlo.multiply"(%378, %789) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %791 = "stablehlo.multiply"(%674, %674) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %792 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %793 = "stablehlo.multiply"(%791, %792) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %794 = "stablehlo.add"(%790, %793) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %795 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x2xf32>
      %796 = "stablehlo.multiply"(%788, %795) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %797 = "stablehlo.sqrt"(%794) : (tensor<5x2xf32>) -> tensor<5x2xf32>
      %798 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %799 = "stablehlo.add"(%797, %798) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %800 = "stablehlo.divide"(%796, %799) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %801 = "stablehlo.subtract"(%356, %800) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %802 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %803 = "stablehlo.multiply"(%369, %802) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %804 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %805 = "stablehlo.multiply"(%681, %804) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %806 = "stablehlo.add"(%803, %805) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %807 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %808 = "stablehlo.multiply"(%380, %807) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %809 = "stablehlo.multiply"(%681, %681) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %810 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %811 = "stablehlo.multiply"(%809, %810) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %812 = "stablehlo.add"(%808, %811) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %813 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x2xf32>
      %814 = "stablehlo.multiply"(%806, %813) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %815 = "stablehlo.sqrt"(%812) : (tensor<7x2xf32>) -> tensor<7x2xf32>
      %816 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %817 = "stablehlo.add"(%815, %816) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %818 = "stablehlo.divide"(%814, %817) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %819 = "stablehlo.subtract"(%358, %818) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %820 = "stablehlo.constant"() {value = dense<0.25> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %821 = "stablehlo.multiply"(%373, %820) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %822 = "stablehlo.constant"() {value = dense<0.75> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %823 = "stablehlo.multiply"(%691, %822) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %824 = "stablehlo.add"(%821, %823) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %825 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %826 = "stablehlo.multiply"(%384, %825) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %827 = "stablehlo.multiply"(%691, %691) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %828 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %829 = "stablehlo.multiply"(%827, %828) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %830 = "stablehlo.add"(%826, %829) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %831 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4x2xf32>
      %832 = "stablehlo.multiply"(%824, %831) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %833 = "stablehlo.sqrt"(%830) : (tensor<4x2xf32>) -> tensor<4x2xf32>
      %834 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %835 = "stablehlo.add"(%833, %834) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %836 = "stablehlo.divide"(%832, %835) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %837 = "stablehlo.subtract"(%362, %836) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %838 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %839 = "stablehlo.multiply"(%374, %838) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %840 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %841 = "stablehlo.multiply"(%696, %840) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %842 = "stablehlo.add"(%839, %841) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %843 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %844 = "stablehlo.multiply"(%385, %843) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %845 = "stablehlo.multiply"(%696, %696) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %846 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %847 = "stablehlo.multiply"(%845, %846) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %848 = "stablehlo.add"(%844, %847) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %849 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %850 = "stablehlo.multiply"(%842, %849) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %851 = "stablehlo.sqrt"(%848) : (tensor<2xf32>) -> tensor<2xf32>
      %852 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %853 = "stablehlo.add"(%851, %852) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %854 = "stablehlo.divide"(%850, %853) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %855 = "stablehlo.subtract"(%363, %854) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %856 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %857 = "stablehlo.multiply"(%368, %856) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %858 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %859 = "stablehlo.multiply"(%717, %858) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %860 = "stablehlo.add"(%857, %859) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %861 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %862 = "stablehlo.multiply"(%379, %861) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %863 = "stablehlo.multiply"(%717, %717) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %864 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %865 = "stablehlo.multiply"(%863, %864) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %866 = "stablehlo.add"(%862, %865) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %867 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x4xf32>
      %868 = "stablehlo.multiply"(%860, %867) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %869 = "stablehlo.sqrt"(%866) : (tensor<5x4xf32>) -> tensor<5x4xf32>
      %870 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %871 = "stablehlo.add"(%869, %870) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %872 = "stablehlo.divide"(%868, %871) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %873 = "stablehlo.subtract"(%357, %872) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %874 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %875 = "stablehlo.multiply"(%370, %874) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %876 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %877 = "stablehlo.multiply"(%718, %876) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %878 = "stablehlo.add"(%875, %877) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %879 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %880 = "stablehlo.multiply"(%381, %879) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %881 = "stablehlo.multiply"(%718, %718) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %882 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %883 = "stablehlo.multiply"(%881, %882) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %884 = "stablehlo.add"(%880, %883) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %885 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x4xf32>
      %886 = "stablehlo.multiply"(%878, %885) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %887 = "stablehlo.sqrt"(%884) : (tensor<7x4xf32>) -> tensor<7x4xf32>
      %888 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %889 = "stablehlo.add"(%887, %888) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %890 = "stablehlo.divide"(%886, %889) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %891 = "stablehlo.subtract"(%359, %890) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %892 = "stablehlo.constant"() {value = dense<0.25> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %893 = "stablehlo.multiply"(%371, %892) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %894 = "stablehlo.constant"() {value = dense<0.75> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %895 = "stablehlo.multiply"(%721, %894) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %896 = "stablehlo.add"(%893, %895) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %897 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %898 = "stablehlo.multiply"(%382, %897) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %899 = "stablehlo.multiply"(%721, %721) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %900 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %901 = "stablehlo.multiply"(%899, %900) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %902 = "stablehlo.add"(%898, %901) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %903 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8x4xf32>
      %904 = "stablehlo.multiply"(%896, %903) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %905 = "stablehlo.sqrt"(%902) : (tensor<8x4xf32>) -> tensor<8x4xf32>
      %906 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %907 = "stablehlo.add"(%905, %906) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %908 = "stablehlo.divide"(%904, %907) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %909 = "stablehlo.subtract"(%360, %908) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %910 = "stablehlo.constant"() {value = dense<0.25> : tensor<4xf32>} : () -> tensor<4xf32>
      %911 = "stablehlo.multiply"(%372, %910) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %912 = "stablehlo.constant"() {value = dense<0.75> : tensor<4xf32>} : () -> tensor<4xf32>
      %913 = "stablehlo.multiply"(%726, %912) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %914 = "stablehlo.add"(%911, %913) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %915 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %916 = "stablehlo.multiply"(%383, %915) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %917 = "stablehlo.multiply"(%726, %726) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %918 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %919 = "stablehlo.multiply"(%917, %918) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %920 = "stablehlo.add"(%916, %919) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %921 = "stablehlo.broadcast_in_dim"(%729) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %922 = "stablehlo.multiply"(%914, %921) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %923 = "stablehlo.sqrt"(%920) : (tensor<4xf32>) -> tensor<4xf32>
      %924 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4xf32>} : () -> tensor<4xf32>
      %925 = "stablehlo.add"(%923, %924) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %926 = "stablehlo.divide"(%922, %925) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %927 = "stablehlo.subtract"(%361, %926) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %928 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %929 = "stablehlo.add"(%354, %928) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %930 = "stablehlo.reshape"(%727) : (tensor<f32>) -> tensor<1xf32>
      %931 = "stablehlo.dynamic_update_slice"(%355, %930, %354) : (tensor<5xf32>, tensor<1xf32>, tensor<ui32>) -> tensor<5xf32>
      %932 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %933 = "stablehlo.add"(%354, %932) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      "stablehlo.return"(%933, %931, %801, %873, %819, %891, %909, %927, %837, %855, %747, %765, %783, %788, %860, %806, %878, %896, %914, %824, %842, %734, %752, %770, %794, %866, %812, %884, %902, %920, %830, %848, %740, %758, %776, %929, %390, %391, %392) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> ()
    }) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>)
    "func.return"(%936, %937, %938, %939, %940, %941, %942, %943, %944, %945, %946, %947, %948, %949, %950, %951, %952, %953, %954, %955, %956, %957, %958, %959, %960, %961, %962, %963, %964, %965, %966, %967, %968, %969, %970, %971, %972, %935) : (tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<5xf32>) -> ()
  }
}
