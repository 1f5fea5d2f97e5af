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
    %909, %910, %911, %912, %913, %914, %915, %916, %917, %918, %919, %920, %921, %922, %923, %924, %925, %926, %927, %928, %929, %930, %931, %932, %933, %934, %935, %936, %937, %938, %939, %940, %941, %942, %943, %944, %945, %946, %947 = "stablehlo.while"(%311, %312, %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18, %19, %20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31, %32, %33, %34, %35, %36) (
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
      %404 = "stablehlo.convert"(%403) : (tensor<8xui32>) -> tensor<8xi32>
      %405 = "stablehlo.constant"() {value = dense<11> : tensor<8xui32>} : () -> tensor<8xui32>
      %406 = "stablehlo.compare"(%401, %405) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xi1>
      %407 = "stablehlo.broadcast_in_dim"(%307) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8xui32>
      %408 = "stablehlo.xor"(%401, %407) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %409 = "stablehlo.constant"() {value = dense<16> : tensor<8xui32>} : () -> tensor<8xui32>
      %410 = "stablehlo.shift_right_logical"(%408, %409) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %411 = "stablehlo.xor"(%408, %410) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %412 = "stablehlo.constant"() {value = dense<569420461> : tensor<8xui32>} : () -> tensor<8xui32>
      %413 = "stablehlo.multiply"(%411, %412) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %414 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %415 = "stablehlo.shift_right_logical"(%413, %414) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %416 = "stablehlo.xor"(%413, %415) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %417 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8xui32>} : () -> tensor<8xui32>
      %418 = "stablehlo.multiply"(%416, %417) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %419 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %420 = "stablehlo.shift_right_logical"(%418, %419) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %421 = "stablehlo.xor"(%418, %420) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %422 = "stablehlo.broadcast_in_dim"(%309) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8xui32>
      %423 = "stablehlo.add"(%421, %422) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %424 = "stablehlo.constant"() {value = dense<16> : tensor<8xui32>} : () -> tensor<8xui32>
      %425 = "stablehlo.shift_right_logical"(%423, %424) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %426 = "stablehlo.xor"(%423, %425) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %427 = "stablehlo.constant"() {value = dense<569420461> : tensor<8xui32>} : () -> tensor<8xui32>
      %428 = "stablehlo.multiply"(%426, %427) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %429 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %430 = "stablehlo.shift_right_logical"(%428, %429) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %431 = "stablehlo.xor"(%428, %430) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %432 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8xui32>} : () -> tensor<8xui32>
      %433 = "stablehlo.multiply"(%431, %432) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %434 = "stablehlo.constant"() {value = dense<15> : tensor<8xui32>} : () -> tensor<8xui32>
      %435 = "stablehlo.shift_right_logical"(%433, %434) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %436 = "stablehlo.xor"(%433, %435) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %437 = "stablehlo.convert"(%436) : (tensor<8xui32>) -> tensor<8xui64>
      %438 = "stablehlo.constant"() {value = dense<7> : tensor<8xui64>} : () -> tensor<8xui64>
      %439 = "stablehlo.multiply"(%437, %438) : (tensor<8xui64>, tensor<8xui64>) -> tensor<8xui64>
      %440 = "stablehlo.constant"() {value = dense<32> : tensor<8xui64>} : () -> tensor<8xui64>
      %441 = "stablehlo.shift_right_logical"(%439, %440) : (tensor<8xui64>, tensor<8xui64>) -> tensor<8xui64>
      %442 = "stablehlo.convert"(%441) : (tensor<8xui64>) -> tensor<8xui32>
      %443 = "stablehlo.gather"(%38, %404) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<8xi32>) -> tensor<8xi32>
      %444 = "stablehlo.convert"(%442) : (tensor<8xui32>) -> tensor<8xi32>
      %445 = "stablehlo.select"(%406, %443, %444) : (tensor<8xi1>, tensor<8xi32>, tensor<8xi32>) -> tensor<8xi32>
      %446 = "stablehlo.constant"() {value = dense<8> : tensor<ui32>} : () -> tensor<ui32>
      %447 = "stablehlo.constant"() {value = dense<4> : tensor<ui32>} : () -> tensor<ui32>
      %448 = "stablehlo.compare"(%354, %447) {comparison_direction = #stablehlo<comparison_direction EQ>} : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
      %449 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %450 = "stablehlo.select"(%448, %449, %446) : (tensor<i1>, tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %451 = "stablehlo.gather"(%37, %404) {dimension_numbers = #stablehlo.gather<offset_dims = [], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1>, indices_are_sorted = false} : (tensor<11xi32>, tensor<8xi32>) -> tensor<8xi32>
      %452 = "stablehlo.convert"(%406) : (tensor<8xi1>) -> tensor<8xf32>
      %453 = "stablehlo.broadcast_in_dim"(%450) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8xui32>
      %454 = "stablehlo.compare"(%400, %453) {comparison_direction = #stablehlo<comparison_direction LT>} : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xi1>
      %455 = "stablehlo.convert"(%454) : (tensor<8xi1>) -> tensor<8xf32>
      %456 = "stablehlo.convert"(%450) : (tensor<ui32>) -> tensor<f32>
      %457 = "stablehlo.gather"(%357, %451) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<5x4xf32>, tensor<8xi32>) -> tensor<8x4xf32>
      %458 = "stablehlo.gather"(%359, %445) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 4>, indices_are_sorted = false} : (tensor<7x4xf32>, tensor<8xi32>) -> tensor<8x4xf32>
      %459 = "stablehlo.concatenate"(%457, %458) {dimension = 1 : i64} : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x8xf32>
      %460 = "stablehlo.optimization_barrier"(%459) : (tensor<8x8xf32>) -> tensor<8x8xf32>
      %461 = "stablehlo.dot_general"(%460, %360) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x8xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %462 = "stablehlo.broadcast_in_dim"(%361) {broadcast_dimensions = array<i64: 1>} : (tensor<4xf32>) -> tensor<8x4xf32>
      %463 = "stablehlo.add"(%461, %462) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %464 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %465 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %466 = "stablehlo.dynamic_slice"(%42, %354, %464, %465) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %467 = "stablehlo.reshape"(%466) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %468 = "stablehlo.slice"(%467) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %469 = "stablehlo.reshape"(%468) : (tensor<1xui32>) -> tensor<ui32>
      %470 = "stablehlo.slice"(%467) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %471 = "stablehlo.reshape"(%470) : (tensor<1xui32>) -> tensor<ui32>
      %472 = "stablehlo.constant"() {value = dense<4> : tensor<8xui32>} : () -> tensor<8xui32>
      %473 = "stablehlo.multiply"(%400, %472) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %474 = "stablehlo.broadcast_in_dim"(%473) {broadcast_dimensions = array<i64: 0>} : (tensor<8xui32>) -> tensor<8x4xui32>
      %475 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<8x4xui32>
      %476 = "stablehlo.add"(%474, %475) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %477 = "stablehlo.constant"() {value = dense<5> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %478 = "stablehlo.shift_right_logical"(%476, %477) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %479 = "stablehlo.broadcast_in_dim"(%469) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x4xui32>
      %480 = "stablehlo.xor"(%478, %479) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %481 = "stablehlo.constant"() {value = dense<16> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %482 = "stablehlo.shift_right_logical"(%480, %481) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %483 = "stablehlo.xor"(%480, %482) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %484 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %485 = "stablehlo.multiply"(%483, %484) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %486 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %487 = "stablehlo.shift_right_logical"(%485, %486) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %488 = "stablehlo.xor"(%485, %487) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %489 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %490 = "stablehlo.multiply"(%488, %489) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %491 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %492 = "stablehlo.shift_right_logical"(%490, %491) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %493 = "stablehlo.xor"(%490, %492) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %494 = "stablehlo.broadcast_in_dim"(%471) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x4xui32>
      %495 = "stablehlo.add"(%493, %494) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %496 = "stablehlo.constant"() {value = dense<16> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %497 = "stablehlo.shift_right_logical"(%495, %496) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %498 = "stablehlo.xor"(%495, %497) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %499 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %500 = "stablehlo.multiply"(%498, %499) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %501 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %502 = "stablehlo.shift_right_logical"(%500, %501) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %503 = "stablehlo.xor"(%500, %502) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %504 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %505 = "stablehlo.multiply"(%503, %504) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %506 = "stablehlo.constant"() {value = dense<15> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %507 = "stablehlo.shift_right_logical"(%505, %506) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %508 = "stablehlo.xor"(%505, %507) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %509 = "stablehlo.constant"() {value = dense<31> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %510 = "stablehlo.and"(%476, %509) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %511 = "stablehlo.shift_right_logical"(%508, %510) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %512 = "stablehlo.constant"() {value = dense<1> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %513 = "stablehlo.and"(%511, %512) : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xui32>
      %514 = "stablehlo.constant"() {value = dense<0> : tensor<8x4xui32>} : () -> tensor<8x4xui32>
      %515 = "stablehlo.compare"(%513, %514) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xi1>
      %516 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %517 = "stablehlo.maximum"(%463, %516) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %518 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %519 = "stablehlo.multiply"(%517, %518) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %520 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %521 = "stablehlo.select"(%515, %519, %520) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %522 = "stablehlo.dot_general"(%521, %362) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x4xf32>, tensor<4x2xf32>) -> tensor<8x2xf32>
      %523 = "stablehlo.broadcast_in_dim"(%363) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %524 = "stablehlo.add"(%522, %523) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %525 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %526 = "stablehlo.constant"() {value = dense<0> : tensor<ui32>} : () -> tensor<ui32>
      %527 = "stablehlo.dynamic_slice"(%42, %354, %525, %526) {slice_sizes = array<i64: 1, 1, 2>} : (tensor<5x2x2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>) -> tensor<1x1x2xui32>
      %528 = "stablehlo.reshape"(%527) : (tensor<1x1x2xui32>) -> tensor<2xui32>
      %529 = "stablehlo.slice"(%528) {start_indices = array<i64: 0>, limit_indices = array<i64: 1>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %530 = "stablehlo.reshape"(%529) : (tensor<1xui32>) -> tensor<ui32>
      %531 = "stablehlo.slice"(%528) {start_indices = array<i64: 1>, limit_indices = array<i64: 2>, strides = array<i64: 1>} : (tensor<2xui32>) -> tensor<1xui32>
      %532 = "stablehlo.reshape"(%531) : (tensor<1xui32>) -> tensor<ui32>
      %533 = "stablehlo.constant"() {value = dense<2> : tensor<8xui32>} : () -> tensor<8xui32>
      %534 = "stablehlo.multiply"(%400, %533) : (tensor<8xui32>, tensor<8xui32>) -> tensor<8xui32>
      %535 = "stablehlo.broadcast_in_dim"(%534) {broadcast_dimensions = array<i64: 0>} : (tensor<8xui32>) -> tensor<8x2xui32>
      %536 = "stablehlo.iota"() {iota_dimension = 1 : i64} : () -> tensor<8x2xui32>
      %537 = "stablehlo.add"(%535, %536) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %538 = "stablehlo.constant"() {value = dense<5> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %539 = "stablehlo.shift_right_logical"(%537, %538) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %540 = "stablehlo.broadcast_in_dim"(%530) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x2xui32>
      %541 = "stablehlo.xor"(%539, %540) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %542 = "stablehlo.constant"() {value = dense<16> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %543 = "stablehlo.shift_right_logical"(%541, %542) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %544 = "stablehlo.xor"(%541, %543) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %545 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %546 = "stablehlo.multiply"(%544, %545) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %547 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %548 = "stablehlo.shift_right_logical"(%546, %547) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %549 = "stablehlo.xor"(%546, %548) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %550 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %551 = "stablehlo.multiply"(%549, %550) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %552 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %553 = "stablehlo.shift_right_logical"(%551, %552) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %554 = "stablehlo.xor"(%551, %553) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %555 = "stablehlo.broadcast_in_dim"(%532) {broadcast_dimensions = array<i64>} : (tensor<ui32>) -> tensor<8x2xui32>
      %556 = "stablehlo.add"(%554, %555) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %557 = "stablehlo.constant"() {value = dense<16> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %558 = "stablehlo.shift_right_logical"(%556, %557) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %559 = "stablehlo.xor"(%556, %558) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %560 = "stablehlo.constant"() {value = dense<569420461> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %561 = "stablehlo.multiply"(%559, %560) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %562 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %563 = "stablehlo.shift_right_logical"(%561, %562) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %564 = "stablehlo.xor"(%561, %563) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %565 = "stablehlo.constant"() {value = dense<1935289751> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %566 = "stablehlo.multiply"(%564, %565) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %567 = "stablehlo.constant"() {value = dense<15> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %568 = "stablehlo.shift_right_logical"(%566, %567) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %569 = "stablehlo.xor"(%566, %568) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %570 = "stablehlo.constant"() {value = dense<31> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %571 = "stablehlo.and"(%537, %570) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %572 = "stablehlo.shift_right_logical"(%569, %571) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %573 = "stablehlo.constant"() {value = dense<1> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %574 = "stablehlo.and"(%572, %573) : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xui32>
      %575 = "stablehlo.constant"() {value = dense<0> : tensor<8x2xui32>} : () -> tensor<8x2xui32>
      %576 = "stablehlo.compare"(%574, %575) {comparison_direction = #stablehlo<comparison_direction NE>} : (tensor<8x2xui32>, tensor<8x2xui32>) -> tensor<8x2xi1>
      %577 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %578 = "stablehlo.maximum"(%524, %577) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %579 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %580 = "stablehlo.multiply"(%578, %579) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %581 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %582 = "stablehlo.select"(%576, %580, %581) : (tensor<8x2xi1>, tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %583 = "stablehlo.gather"(%356, %451) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<5x2xf32>, tensor<8xi32>) -> tensor<8x2xf32>
      %584 = "stablehlo.gather"(%358, %445) {dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, slice_sizes = array<i64: 1, 2>, indices_are_sorted = false} : (tensor<7x2xf32>, tensor<8xi32>) -> tensor<8x2xf32>
      %585 = "stablehlo.multiply"(%583, %584) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %586 = "stablehlo.broadcast_in_dim"(%364) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %587 = "stablehlo.multiply"(%585, %586) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %591 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %592 = "stablehlo.reduce"(%587, %591) (
      {
      ^bb0(%588: tensor<f32>, %589: tensor<f32>):
        %590 = "stablehlo.add"(%588, %589) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%590) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<8xf32>
      %593 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %594 = "stablehlo.multiply"(%582, %593) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %598 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %599 = "stablehlo.reduce"(%594, %598) (
      {
      ^bb0(%595: tensor<f32>, %596: tensor<f32>):
        %597 = "stablehlo.add"(%595, %596) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%597) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 1>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<8xf32>
      %600 = "stablehlo.add"(%592, %599) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %601 = "stablehlo.reshape"(%366) : (tensor<1xf32>) -> tensor<f32>
      %602 = "stablehlo.broadcast_in_dim"(%601) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8xf32>
      %603 = "stablehlo.add"(%600, %602) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %604 = "stablehlo.constant"() {value = dense<0.0> : tensor<8xf32>} : () -> tensor<8xf32>
      %605 = "stablehlo.maximum"(%603, %604) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %606 = "stablehlo.multiply"(%603, %452) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %607 = "stablehlo.subtract"(%605, %606) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %608 = "stablehlo.abs"(%603) : (tensor<8xf32>) -> tensor<8xf32>
      %609 = "stablehlo.negate"(%608) : (tensor<8xf32>) -> tensor<8xf32>
      %610 = "stablehlo.exponential"(%609) : (tensor<8xf32>) -> tensor<8xf32>
      %611 = "stablehlo.log_plus_one"(%610) : (tensor<8xf32>) -> tensor<8xf32>
      %612 = "stablehlo.add"(%607, %611) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %613 = "stablehlo.constant"() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
      %614 = "stablehlo.divide"(%613, %456) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %615 = "stablehlo.broadcast_in_dim"(%614) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8xf32>
      %616 = "stablehlo.logistic"(%603) : (tensor<8xf32>) -> tensor<8xf32>
      %617 = "stablehlo.subtract"(%616, %452) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %618 = "stablehlo.multiply"(%617, %615) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %619 = "stablehlo.multiply"(%612, %455) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %623 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %624 = "stablehlo.reduce"(%619, %623) (
      {
      ^bb0(%620: tensor<f32>, %621: tensor<f32>):
        %622 = "stablehlo.add"(%620, %621) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%622) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
      %625 = "stablehlo.multiply"(%618, %455) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
      %626 = "stablehlo.broadcast_in_dim"(%625) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %627 = "stablehlo.multiply"(%585, %626) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %631 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %632 = "stablehlo.reduce"(%627, %631) (
      {
      ^bb0(%628: tensor<f32>, %629: tensor<f32>):
        %630 = "stablehlo.add"(%628, %629) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%630) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<2xf32>
      %633 = "stablehlo.broadcast_in_dim"(%625) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %634 = "stablehlo.multiply"(%582, %633) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %638 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %639 = "stablehlo.reduce"(%634, %638) (
      {
      ^bb0(%635: tensor<f32>, %636: tensor<f32>):
        %637 = "stablehlo.add"(%635, %636) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%637) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<2xf32>
      %643 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %644 = "stablehlo.reduce"(%625, %643) (
      {
      ^bb0(%640: tensor<f32>, %641: tensor<f32>):
        %642 = "stablehlo.add"(%640, %641) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%642) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
      %645 = "stablehlo.reshape"(%644) : (tensor<f32>) -> tensor<1xf32>
      %646 = "stablehlo.broadcast_in_dim"(%625) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %647 = "stablehlo.broadcast_in_dim"(%364) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %648 = "stablehlo.multiply"(%646, %647) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %649 = "stablehlo.multiply"(%648, %584) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %650 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %654 = "stablehlo.scatter"(%650, %451, %649) (
      {
      ^bb0(%651: tensor<f32>, %652: tensor<f32>):
        %653 = "stablehlo.add"(%651, %652) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%653) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<5x2xf32>, tensor<8xi32>, tensor<8x2xf32>) -> tensor<5x2xf32>
      %655 = "stablehlo.multiply"(%648, %583) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %656 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %660 = "stablehlo.scatter"(%656, %445, %655) (
      {
      ^bb0(%657: tensor<f32>, %658: tensor<f32>):
        %659 = "stablehlo.add"(%657, %658) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%659) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<7x2xf32>, tensor<8xi32>, tensor<8x2xf32>) -> tensor<7x2xf32>
      %661 = "stablehlo.broadcast_in_dim"(%625) {broadcast_dimensions = array<i64: 0>} : (tensor<8xf32>) -> tensor<8x2xf32>
      %662 = "stablehlo.broadcast_in_dim"(%365) {broadcast_dimensions = array<i64: 1>} : (tensor<2xf32>) -> tensor<8x2xf32>
      %663 = "stablehlo.multiply"(%661, %662) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %664 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %665 = "stablehlo.compare"(%582, %664) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xi1>
      %666 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %667 = "stablehlo.multiply"(%663, %666) : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %668 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x2xf32>} : () -> tensor<8x2xf32>
      %669 = "stablehlo.select"(%665, %667, %668) : (tensor<8x2xi1>, tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
      %670 = "stablehlo.dot_general"(%521, %669) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x4xf32>, tensor<8x2xf32>) -> tensor<4x2xf32>
      %674 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %675 = "stablehlo.reduce"(%669, %674) (
      {
      ^bb0(%671: tensor<f32>, %672: tensor<f32>):
        %673 = "stablehlo.add"(%671, %672) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%673) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8x2xf32>, tensor<f32>) -> tensor<2xf32>
      %676 = "stablehlo.dot_general"(%669, %362) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x2xf32>, tensor<4x2xf32>) -> tensor<8x4xf32>
      %677 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %678 = "stablehlo.compare"(%521, %677) {comparison_direction = #stablehlo<comparison_direction GT>} : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
      %679 = "stablehlo.constant"() {value = dense<2.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %680 = "stablehlo.multiply"(%676, %679) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %681 = "stablehlo.constant"() {value = dense<0.0> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %682 = "stablehlo.select"(%678, %680, %681) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %683 = "stablehlo.dot_general"(%682, %360) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [1], rhs_contracting_dimensions = [1]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x8xf32>
      %684 = "stablehlo.slice"(%683) {start_indices = array<i64: 0, 0>, limit_indices = array<i64: 8, 4>, strides = array<i64: 1, 1>} : (tensor<8x8xf32>) -> tensor<8x4xf32>
      %685 = "stablehlo.constant"() {value = dense<0.0> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %689 = "stablehlo.scatter"(%685, %451, %684) (
      {
      ^bb0(%686: tensor<f32>, %687: tensor<f32>):
        %688 = "stablehlo.add"(%686, %687) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%688) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<5x4xf32>, tensor<8xi32>, tensor<8x4xf32>) -> tensor<5x4xf32>
      %690 = "stablehlo.slice"(%683) {start_indices = array<i64: 0, 4>, limit_indices = array<i64: 8, 8>, strides = array<i64: 1, 1>} : (tensor<8x8xf32>) -> tensor<8x4xf32>
      %691 = "stablehlo.constant"() {value = dense<0.0> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %695 = "stablehlo.scatter"(%691, %445, %690) (
      {
      ^bb0(%692: tensor<f32>, %693: tensor<f32>):
        %694 = "stablehlo.add"(%692, %693) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%694) : (tensor<f32>) -> ()
      }) {scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, indices_are_sorted = false, unique_indices = false} : (tensor<7x4xf32>, tensor<8xi32>, tensor<8x4xf32>) -> tensor<7x4xf32>
      %696 = "stablehlo.dot_general"(%460, %682) {dot_dimension_numbers = #stablehlo.dot<lhs_contracting_dimensions = [0], rhs_contracting_dimensions = [0]>, precision_config = [#stablehlo<precision HIGHEST>, #stablehlo<precision HIGHEST>]} : (tensor<8x8xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %700 = "stablehlo.constant"() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
      %701 = "stablehlo.reduce"(%682, %700) (
      {
      ^bb0(%697: tensor<f32>, %698: tensor<f32>):
        %699 = "stablehlo.add"(%697, %698) : (tensor<f32>, tensor<f32>) -> tensor<f32>
        "stablehlo.return"(%699) : (tensor<f32>) -> ()
      }) {dimensions = array<i64: 0>} : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
      %702 = "stablehlo.divide"(%624, %456) : (tensor<f32>, tensor<f32>) -> tensor<f32>
      %703 = "stablehlo.dynamic_slice"(%43, %354) {slice_sizes = array<i64: 1>} : (tensor<5xf32>, tensor<ui32>) -> tensor<1xf32>
      %704 = "stablehlo.reshape"(%703) : (tensor<1xf32>) -> tensor<f32>
      %705 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %706 = "stablehlo.multiply"(%375, %705) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %707 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %708 = "stablehlo.multiply"(%632, %707) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %709 = "stablehlo.add"(%706, %708) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %710 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %711 = "stablehlo.multiply"(%386, %710) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %712 = "stablehlo.multiply"(%632, %632) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %713 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %714 = "stablehlo.multiply"(%712, %713) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %715 = "stablehlo.add"(%711, %714) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %716 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %717 = "stablehlo.multiply"(%709, %716) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %718 = "stablehlo.sqrt"(%715) : (tensor<2xf32>) -> tensor<2xf32>
      %719 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %720 = "stablehlo.add"(%718, %719) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %721 = "stablehlo.divide"(%717, %720) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %722 = "stablehlo.subtract"(%364, %721) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %723 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %724 = "stablehlo.multiply"(%376, %723) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %725 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %726 = "stablehlo.multiply"(%639, %725) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %727 = "stablehlo.add"(%724, %726) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %728 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %729 = "stablehlo.multiply"(%387, %728) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %730 = "stablehlo.multiply"(%639, %639) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %731 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %732 = "stablehlo.multiply"(%730, %731) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %733 = "stablehlo.add"(%729, %732) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %734 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %735 = "stablehlo.multiply"(%727, %734) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %736 = "stablehlo.sqrt"(%733) : (tensor<2xf32>) -> tensor<2xf32>
      %737 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %738 = "stablehlo.add"(%736, %737) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %739 = "stablehlo.divide"(%735, %738) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %740 = "stablehlo.subtract"(%365, %739) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %741 = "stablehlo.constant"() {value = dense<0.25> : tensor<1xf32>} : () -> tensor<1xf32>
      %742 = "stablehlo.multiply"(%377, %741) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %743 = "stablehlo.constant"() {value = dense<0.75> : tensor<1xf32>} : () -> tensor<1xf32>
      %744 = "stablehlo.multiply"(%645, %743) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %745 = "stablehlo.add"(%742, %744) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %746 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %747 = "stablehlo.multiply"(%388, %746) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %748 = "stablehlo.multiply"(%645, %645) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %749 = "stablehlo.constant"() {value = dense<0.5> : tensor<1xf32>} : () -> tensor<1xf32>
      %750 = "stablehlo.multiply"(%748, %749) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %751 = "stablehlo.add"(%747, %750) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %752 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<1xf32>
      %753 = "stablehlo.multiply"(%745, %752) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %754 = "stablehlo.sqrt"(%751) : (tensor<1xf32>) -> tensor<1xf32>
      %755 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<1xf32>} : () -> tensor<1xf32>
      %756 = "stablehlo.add"(%754, %755) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %757 = "stablehlo.divide"(%753, %756) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %758 = "stablehlo.subtract"(%366, %757) : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
      %759 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %760 = "stablehlo.multiply"(%367, %759) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %761 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %762 = "stablehlo.multiply"(%654, %761) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %763 = "stablehlo.add"(%760, %762) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %764 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %765 = "stablehlo.multiply"(%378, %764) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %766 = "stablehlo.multiply"(%654, %654) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %767 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %768 = "stablehlo.multiply"(%766, %767) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %769 = "stablehlo.add"(%765, %768) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %770 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x2xf32>
      %771 = "stablehlo.multiply"(%763, %770) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %772 = "stablehlo.sqrt"(%769) : (tensor<5x2xf32>) -> tensor<5x2xf32>
      %773 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x2xf32>} : () -> tensor<5x2xf32>
      %774 = "stablehlo.add"(%772, %773) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %775 = "stablehlo.divide"(%771, %774) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %776 = "stablehlo.subtract"(%356, %775) : (tensor<5x2xf32>, tensor<5x2xf32>) -> tensor<5x2xf32>
      %777 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %778 = "stablehlo.multiply"(%369, %777) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %779 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %780 = "stablehlo.multiply"(%660, %779) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %781 = "stablehlo.add"(%778, %780) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %782 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %783 = "stablehlo.multiply"(%380, %782) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %784 = "stablehlo.multiply"(%660, %660) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %785 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %786 = "stablehlo.multiply"(%784, %785) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %787 = "stablehlo.add"(%783, %786) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %788 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x2xf32>
      %789 = "stablehlo.multiply"(%781, %788) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %790 = "stablehlo.sqrt"(%787) : (tensor<7x2xf32>) -> tensor<7x2xf32>
      %791 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x2xf32>} : () -> tensor<7x2xf32>
      %792 = "stablehlo.add"(%790, %791) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %793 = "stablehlo.divide"(%789, %792) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %794 = "stablehlo.subtract"(%358, %793) : (tensor<7x2xf32>, tensor<7x2xf32>) -> tensor<7x2xf32>
      %795 = "stablehlo.constant"() {value = dense<0.25> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %796 = "stablehlo.multiply"(%373, %795) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %797 = "stablehlo.constant"() {value = dense<0.75> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %798 = "stablehlo.multiply"(%670, %797) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %799 = "stablehlo.add"(%796, %798) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %800 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %801 = "stablehlo.multiply"(%384, %800) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %802 = "stablehlo.multiply"(%670, %670) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %803 = "stablehlo.constant"() {value = dense<0.5> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %804 = "stablehlo.multiply"(%802, %803) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %805 = "stablehlo.add"(%801, %804) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %806 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4x2xf32>
      %807 = "stablehlo.multiply"(%799, %806) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %808 = "stablehlo.sqrt"(%805) : (tensor<4x2xf32>) -> tensor<4x2xf32>
      %809 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4x2xf32>} : () -> tensor<4x2xf32>
      %810 = "stablehlo.add"(%808, %809) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %811 = "stablehlo.divide"(%807, %810) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %812 = "stablehlo.subtract"(%362, %811) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
      %813 = "stablehlo.constant"() {value = dense<0.25> : tensor<2xf32>} : () -> tensor<2xf32>
      %814 = "stablehlo.multiply"(%374, %813) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %815 = "stablehlo.constant"() {value = dense<0.75> : tensor<2xf32>} : () -> tensor<2xf32>
      %816 = "stablehlo.multiply"(%675, %815) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %817 = "stablehlo.add"(%814, %816) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %818 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %819 = "stablehlo.multiply"(%385, %818) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %820 = "stablehlo.multiply"(%675, %675) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %821 = "stablehlo.constant"() {value = dense<0.5> : tensor<2xf32>} : () -> tensor<2xf32>
      %822 = "stablehlo.multiply"(%820, %821) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %823 = "stablehlo.add"(%819, %822) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %824 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<2xf32>
      %825 = "stablehlo.multiply"(%817, %824) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %826 = "stablehlo.sqrt"(%823) : (tensor<2xf32>) -> tensor<2xf32>
      %827 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<2xf32>} : () -> tensor<2xf32>
      %828 = "stablehlo.add"(%826, %827) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %829 = "stablehlo.divide"(%825, %828) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %830 = "stablehlo.subtract"(%363, %829) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
      %831 = "stablehlo.constant"() {value = dense<0.25> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %832 = "stablehlo.multiply"(%368, %831) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %833 = "stablehlo.constant"() {value = dense<0.75> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %834 = "stablehlo.multiply"(%689, %833) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %835 = "stablehlo.add"(%832, %834) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %836 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %837 = "stablehlo.multiply"(%379, %836) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %838 = "stablehlo.multiply"(%689, %689) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %839 = "stablehlo.constant"() {value = dense<0.5> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %840 = "stablehlo.multiply"(%838, %839) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %841 = "stablehlo.add"(%837, %840) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %842 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<5x4xf32>
      %843 = "stablehlo.multiply"(%835, %842) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %844 = "stablehlo.sqrt"(%841) : (tensor<5x4xf32>) -> tensor<5x4xf32>
      %845 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<5x4xf32>} : () -> tensor<5x4xf32>
      %846 = "stablehlo.add"(%844, %845) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %847 = "stablehlo.divide"(%843, %846) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %848 = "stablehlo.subtract"(%357, %847) : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
      %849 = "stablehlo.constant"() {value = dense<0.25> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %850 = "stablehlo.multiply"(%370, %849) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %851 = "stablehlo.constant"() {value = dense<0.75> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %852 = "stablehlo.multiply"(%695, %851) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %853 = "stablehlo.add"(%850, %852) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %854 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %855 = "stablehlo.multiply"(%381, %854) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %856 = "stablehlo.multiply"(%695, %695) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %857 = "stablehlo.constant"() {value = dense<0.5> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %858 = "stablehlo.multiply"(%856, %857) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %859 = "stablehlo.add"(%855, %858) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %860 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<7x4xf32>
      %861 = "stablehlo.multiply"(%853, %860) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %862 = "stablehlo.sqrt"(%859) : (tensor<7x4xf32>) -> tensor<7x4xf32>
      %863 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<7x4xf32>} : () -> tensor<7x4xf32>
      %864 = "stablehlo.add"(%862, %863) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %865 = "stablehlo.divide"(%861, %864) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %866 = "stablehlo.subtract"(%359, %865) : (tensor<7x4xf32>, tensor<7x4xf32>) -> tensor<7x4xf32>
      %867 = "stablehlo.constant"() {value = dense<0.25> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %868 = "stablehlo.multiply"(%371, %867) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %869 = "stablehlo.constant"() {value = dense<0.75> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %870 = "stablehlo.multiply"(%696, %869) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %871 = "stablehlo.add"(%868, %870) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %872 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %873 = "stablehlo.multiply"(%382, %872) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %874 = "stablehlo.multiply"(%696, %696) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %875 = "stablehlo.constant"() {value = dense<0.5> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %876 = "stablehlo.multiply"(%874, %875) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %877 = "stablehlo.add"(%873, %876) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %878 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<8x4xf32>
      %879 = "stablehlo.multiply"(%871, %878) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %880 = "stablehlo.sqrt"(%877) : (tensor<8x4xf32>) -> tensor<8x4xf32>
      %881 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<8x4xf32>} : () -> tensor<8x4xf32>
      %882 = "stablehlo.add"(%880, %881) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %883 = "stablehlo.divide"(%879, %882) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %884 = "stablehlo.subtract"(%360, %883) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
      %885 = "stablehlo.constant"() {value = dense<0.25> : tensor<4xf32>} : () -> tensor<4xf32>
      %886 = "stablehlo.multiply"(%372, %885) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %887 = "stablehlo.constant"() {value = dense<0.75> : tensor<4xf32>} : () -> tensor<4xf32>
      %888 = "stablehlo.multiply"(%701, %887) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %889 = "stablehlo.add"(%886, %888) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %890 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %891 = "stablehlo.multiply"(%383, %890) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %892 = "stablehlo.multiply"(%701, %701) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %893 = "stablehlo.constant"() {value = dense<0.5> : tensor<4xf32>} : () -> tensor<4xf32>
      %894 = "stablehlo.multiply"(%892, %893) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %895 = "stablehlo.add"(%891, %894) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %896 = "stablehlo.broadcast_in_dim"(%704) {broadcast_dimensions = array<i64>} : (tensor<f32>) -> tensor<4xf32>
      %897 = "stablehlo.multiply"(%889, %896) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %898 = "stablehlo.sqrt"(%895) : (tensor<4xf32>) -> tensor<4xf32>
      %899 = "stablehlo.constant"() {value = dense<9.99999993922529e-9> : tensor<4xf32>} : () -> tensor<4xf32>
      %900 = "stablehlo.add"(%898, %899) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %901 = "stablehlo.divide"(%897, %900) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %902 = "stablehlo.subtract"(%361, %901) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
      %903 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %904 = "stablehlo.add"(%354, %903) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      %905 = "stablehlo.reshape"(%702) : (tensor<f32>) -> tensor<1xf32>
      %906 = "stablehlo.dynamic_update_slice"(%355, %905, %354) : (tensor<5xf32>, tensor<1xf32>, tensor<ui32>) -> tensor<5xf32>
      %907 = "stablehlo.constant"() {value = dense<1> : tensor<ui32>} : () -> tensor<ui32>
      %908 = "stablehlo.add"(%354, %907) : (tensor<ui32>, tensor<ui32>) -> tensor<ui32>
      "stablehlo.return"(%908, %906, %776, %848, %794, %866, %884, %902, %812, %830, %722, %740, %758, %763, %835, %781, %853, %871, %889, %799, %817, %709, %727, %745, %769, %841, %787, %859, %877, %895, %805, %823, %715, %733, %751, %904, %390, %391, %392) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> ()
    }) : (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>) -> (tensor<ui32>, tensor<5xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>)
    "func.return"(%911, %912, %913, %914, %915, %916, %917, %918, %919, %920, %921, %922, %923, %924, %925, %926, %927, %928, %929, %930, %931, %932, %933, %934, %935, %936, %937, %938, %939, %940, %941, %942, %943, %944, %945, %946, %947, %910) : (tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<5x2xf32>, tensor<5x4xf32>, tensor<7x2xf32>, tensor<7x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<4x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<1xf32>, tensor<ui32>, tensor<f32>, tensor<i32>, tensor<i32>, tensor<5xf32>) -> ()
  }
}
