#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Tells a comment of several lines from rows that a stray quote swallowed.
///
/// A quote that is opened by mistake runs on to the next one, and all rows between are one cell. Its
/// lines look like what they are: as many fields as the header, and each number and date readable.
/// Three such lines in a row (ten in a table of texts alone) are no comment; where the record is
/// misshapen anyway, one (two) is enough. Not thread-safe: each worker has its own.
final class SwallowedRows {
  private let width: Int
  private let delimiter: UInt8
  private let specs: [ColumnSpec]
  private let makeParser: ([ColumnSpec]) -> BatchParser
  /// Parses one line as if it stood alone; made when it is first needed.
  private lazy var parser = makeParser(specs)
  private let hasForms: Bool

  init(
    _ specs: [ColumnSpec], width: Int, delimiter: UInt8,
    makeParser: @escaping ([ColumnSpec]) -> BatchParser
  ) {
    self.width = width
    self.delimiter = delimiter
    self.makeParser = makeParser
    var hasForms = false
    self.specs = specs.map { spec in
      var plain = spec
      switch spec.kind {
      // Any text fits these, and what a line holds must not get into the keys and labels.
      case .text, .key, .category: plain.kind = .text
      default: if spec.source != nil { hasForms = true }
      }
      return plain
    }
    self.hasForms = hasForms
  }

  /// The physical lines of a record whose quote swallowed rows; nil for an honest record.
  func lines(
    _ base: UnsafePointer<UInt8>, _ record: Range<Int>, isMisshapen: Bool
  ) -> [Range<Int>]? {
    guard width > 1 else { return nil }
    let lines = Self.lines(base, record)
    let needed = hasForms ? (isMisshapen ? 1 : 3) : (isMisshapen ? 2 : 10)
    // The first line holds the quote; the last one its end, which a whole record must not count.
    let inner = isMisshapen ? lines.dropFirst() : lines.dropFirst().dropLast()
    guard inner.count >= needed else { return nil }
    var run = 0
    for line in inner {
      run = isRow(base, line) ? run + 1 : 0
      if run == needed { return lines }
    }
    return nil
  }

  private static func lines(
    _ base: UnsafePointer<UInt8>, _ record: Range<Int>
  ) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = record.lowerBound
    for i in record where base[i] == 10 || base[i] == 13 {
      // The line feed of a carriage return.
      if base[i] == 10, i == start, i > record.lowerBound, base[i - 1] == 13 {
        start = i + 1
        continue
      }
      lines.append(start..<i)
      start = i + 1
    }
    return lines + [start..<record.upperBound]
  }

  /// Whether a line is a row that no rule rejects.
  private func isRow(_ base: UnsafePointer<UInt8>, _ line: Range<Int>) -> Bool {
    var delimiters = 0
    for i in line where base[i] == delimiter { delimiters += 1 }
    guard delimiters >= width - 1 else { return false }
    let chunk = parser.batch.chunk
    chunk.reserve(line.count + 1, keeping: 0)
    (chunk.base + Chunk.margin).update(from: base + line.lowerBound, count: line.count)
    chunk.base[Chunk.margin + line.count] = 10
    chunk.count = line.count + 1
    chunk.clearMargin()
    chunk.hasQuote = memchr(base + line.lowerBound, 34, line.count) != nil
    if chunk.hasQuote {
      var walk = QuoteWalk(start: Chunk.margin, delimiter: delimiter)
      walk.advance(chunk.base, to: Chunk.margin + chunk.count, isLast: true)
      if walk.isQuoted { return false }
    }
    // Not the first chunk, which begins with a header.
    chunk.index = 1
    parser.parse()
    return parser.batch.rowCount == 1 && parser.batch.rejects.isEmpty
  }
}
