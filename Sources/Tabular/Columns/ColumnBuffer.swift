import Values

/// The values of one column of one chunk, in memory that is used again for the next chunk.
///
/// Only the buffer of the column's own type is in use.
final class ColumnBuffer {
  let keys = GrowingBuffer<PackedKey>()
  let longs = GrowingBuffer<Int64>()
  let ints = GrowingBuffer<Int32>()
  let doubles = GrowingBuffer<Double>()
  /// Bounds of a text in the chunk.
  let spans = GrowingBuffer<Span>()

  struct Span: BitwiseCopyable {
    var start: UInt32
    var count: UInt32
  }

  /// What a kind is stored as.
  enum Storage { case keys, longs, ints, doubles, spans }

  static func storage(of kind: ColumnSpec.Kind) -> Storage {
    switch kind {
    case .text: .spans
    case .key: .keys
    case .category, .day: .ints
    case .integer, .money, .decimal, .instant: .longs
    case .number: .doubles
    }
  }

  func reserve(_ rows: Int, _ storage: Storage) {
    switch storage {
    case .keys: keys.reserve(rows)
    case .longs: longs.reserve(rows)
    case .ints: ints.reserve(rows)
    case .doubles: doubles.reserve(rows)
    case .spans: spans.reserve(rows)
    }
  }

  /// The column of an export that does not have it.
  func fillMissing(_ rows: Int, kind: ColumnSpec.Kind) {
    switch kind {
    case .text: spans.pointer.update(repeating: Span(start: 0, count: 0), count: rows)
    case .key: keys.pointer.update(repeating: .missing, count: rows)
    case .category: ints.pointer.update(repeating: -1, count: rows)
    case .day: ints.pointer.update(repeating: .min, count: rows)
    case .integer, .money, .decimal, .instant:
      longs.pointer.update(repeating: .min, count: rows)
    case .number: doubles.pointer.update(repeating: .nan, count: rows)
    }
  }

  /// Moves the rows that are not bad together.
  func compact(_ rows: Int, _ storage: Storage, isBad: UnsafePointer<Bool>) {
    switch storage {
    case .keys: ColumnBuffer.compact(keys.pointer, rows, isBad)
    case .longs: ColumnBuffer.compact(longs.pointer, rows, isBad)
    case .ints: ColumnBuffer.compact(ints.pointer, rows, isBad)
    case .doubles: ColumnBuffer.compact(doubles.pointer, rows, isBad)
    case .spans: ColumnBuffer.compact(spans.pointer, rows, isBad)
    }
  }

  static func compact<Element: BitwiseCopyable>(
    _ values: UnsafeMutablePointer<Element>, _ rows: Int, _ isBad: UnsafePointer<Bool>
  ) {
    var kept = 0
    for row in 0..<rows {
      values[kept] = values[row]
      kept &+= isBad[row] ? 0 : 1
    }
  }
}
