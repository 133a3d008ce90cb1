import Diagnostics

/// Hands out a source in chunks of whole rows, to any worker that is free.
///
/// Reading is sequential, so pipes work like files, and the quote state is exact: each chunk begins
/// at the beginning of a row. Not thread-safe by itself; `TableReader` calls it under a lock.
final class ChunkReader {
  /// A row that does not end within this many bytes is an error.
  static let rowLimit = 16 << 20

  private let source: ByteSource
  private let transcoder: Transcoder?
  private let delimiter: UInt8
  private let chunkBytes: Int
  private let rowLimit: Int
  private var skipsOrderMark: Bool
  /// The beginning of the next chunk: the bytes after the last whole row.
  private var carry: [UInt8] = []
  private var nextIndex = 0
  private var isDone = false

  init(
    _ source: ByteSource, _ dialect: Dialect, chunkBytes: Int, rowLimit: Int = ChunkReader.rowLimit
  ) throws(Diagnostic) {
    self.source = source
    delimiter = dialect.delimiter.rawValue
    // A converter needs room for whole characters.
    self.chunkBytes = dialect.encoding == .utf8 ? max(1, chunkBytes) : max(64, chunkBytes)
    self.rowLimit = rowLimit
    skipsOrderMark = dialect.hasOrderMark
    if dialect.encoding == .utf8 {
      transcoder = nil
    } else {
      transcoder = try Transcoder(from: dialect.encoding, file: source.name)
    }
  }

  /// Fills the chunk with the next rows; false at the end of the source.
  func next(_ chunk: Chunk) throws(Diagnostic) -> Bool {
    guard !isDone else { return false }
    chunk.failure = nil
    chunk.index = nextIndex
    nextIndex += 1
    chunk.reserve(carry.count + chunkBytes, keeping: 0)
    var filled = carry.count
    carry.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress {
        (chunk.base + Chunk.margin).update(from: start, count: bytes.count)
      }
    }
    var walk = QuoteWalk(start: Chunk.margin, delimiter: delimiter)
    while true {
      chunk.reserve(filled + chunkBytes, keeping: filled)
      let got = try fill(chunk.base + Chunk.margin + filled)
      filled += got
      let end = Chunk.margin + filled
      walk.advance(chunk.base, to: end, isLast: got == 0)
      if got == 0 {
        isDone = true
        finish(chunk, filled, walk)
        return true
      }
      // The first chunk holds the header, however many blank lines stand before it.
      if walk.rowsEnd > Chunk.margin, chunk.index > 0 || hasText(chunk, to: walk.rowsEnd) {
        keep(chunk, from: walk.rowsEnd, to: end)
        chunk.count = walk.rowsEnd - Chunk.margin
        chunk.hasQuote = walk.hasQuote
        chunk.clearMargin()
        return true
      }
      if filled > rowLimit {
        isDone = true
        chunk.count = 0
        chunk.failure =
          walk.isQuoted ? (.openQuote, walk.openedAt) : (.longRow, Chunk.margin)
        return true
      }
    }
  }

  /// The last chunk: whatever is left, with an end to its last row.
  private func finish(_ chunk: Chunk, _ filled: Int, _ walk: QuoteWalk) {
    if walk.isQuoted {
      chunk.count = 0
      chunk.failure = (.openQuote, walk.openedAt)
      return
    }
    chunk.count = filled
    chunk.hasQuote = walk.hasQuote
    if filled > 0 {
      let last = chunk.base[Chunk.margin + filled - 1]
      if last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
        chunk.base[Chunk.margin + filled] = UInt8(ascii: "\n")
        chunk.count += 1
      }
    }
    chunk.clearMargin()
  }

  private func hasText(_ chunk: Chunk, to end: Int) -> Bool {
    for i in Chunk.margin..<end where chunk.base[i] != 10 && chunk.base[i] != 13 { return true }
    return false
  }

  private func keep(_ chunk: Chunk, from: Int, to end: Int) {
    carry.removeAll(keepingCapacity: true)
    carry.append(contentsOf: UnsafeBufferPointer(start: chunk.base + from, count: end - from))
  }

  private func fill(_ target: UnsafeMutablePointer<UInt8>) throws(Diagnostic) -> Int {
    let buffer = UnsafeMutableRawBufferPointer(start: target, count: chunkBytes)
    if skipsOrderMark {
      skipsOrderMark = false
      var mark: (UInt8, UInt8, UInt8) = (0, 0, 0)
      _ = try withUnsafeMutableBytes(of: &mark) { (bytes) throws(Diagnostic) in
        try source.read(into: bytes)
      }
    }
    if let transcoder { return try transcoder.read(into: buffer, from: source) }
    return try source.read(into: buffer)
  }
}
