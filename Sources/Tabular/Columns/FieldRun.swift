/// One column of the rows of a chunk, for the loops that parse it.
///
/// Plain pointers: these loops run once a field, and nothing else is fast enough.
struct FieldRun {
  let base: UnsafePointer<UInt8>
  /// Bounds of the fields of this column, by the first field of a row.
  let lo: UnsafePointer<UInt32>
  let hi: UnsafePointer<UInt32>
  let rowAt: UnsafePointer<UInt32>
  let rows: Int

  /// Where the field of a row begins, and its length in bytes.
  @inline(__always)
  func field(_ row: Int) -> (start: UnsafePointer<UInt8>, count: Int) {
    let at = Int(rowAt[row])
    let from = Int(lo[at]) &+ 1
    return (base + from, Int(hi[at]) &- from)
  }
}
