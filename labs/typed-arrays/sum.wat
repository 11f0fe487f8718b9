(module
  (memory (export "memory") 1)

  ;; #region sum
  (func (export "sum") (param $count i32) (result f64)
    (local $at i32) (local $end i32) (local $total f64)
    (local.set $end (i32.shl (local.get $count) (i32.const 3)))
    (loop $next
      (local.set $total (f64.add (local.get $total) (f64.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $total))
  ;; #endregion

  (func $add_lanes (param $lanes v128) (result f64)
    (f64.add
      (f64x2.extract_lane 0 (local.get $lanes))
      (f64x2.extract_lane 1 (local.get $lanes))))

  ;; #region simd
  (func (export "sum_simd") (param $count i32) (result f64)
    (local $at i32) (local $end i32) (local $total v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 3)))
    (loop $next
      (local.set $total (f64x2.add (local.get $total) (v128.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (call $add_lanes (local.get $total)))
  ;; #endregion

  ;; #region simd4
  (func (export "sum_simd4") (param $count i32) (result f64)
    (local $at i32) (local $end i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 3)))
    (loop $next
      (local.set $a (f64x2.add (local.get $a) (v128.load (local.get $at))))
      (local.set $b (f64x2.add (local.get $b) (v128.load offset=16 (local.get $at))))
      (local.set $c (f64x2.add (local.get $c) (v128.load offset=32 (local.get $at))))
      (local.set $d (f64x2.add (local.get $d) (v128.load offset=48 (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 64)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (call $add_lanes
      (f64x2.add
        (f64x2.add (local.get $a) (local.get $b))
        (f64x2.add (local.get $c) (local.get $d)))))
  ;; #endregion
)
