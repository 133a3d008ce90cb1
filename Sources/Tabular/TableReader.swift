package import Diagnostics
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads a CSV file into typed columns, chunk by chunk, on several threads, in bounded memory.
///
/// Free workers take the next chunk under a lock, parse it alone, and hand it on in the order of the
/// file, so the result does not depend on their number.
package final class TableReader {
  package struct Summary: Sendable, Equatable {
    /// Accepted and rejected rows; blank lines are no rows.
    package var rowsRead = 0
    package var acceptedRows = 0
    package var rejectedRows = 0
    /// Values with more decimals than were kept, by column specification.
    package var rounded: [Int] = []
    /// Bytes of the source.
    package var bytes = 0
  }

  /// Bytes of a chunk where nothing else is asked for.
  package static let chunkBytes = 512 << 10

  private let source: ByteSource
  private let layout: FileLayout
  package let specs: [ColumnSpec]
  package let keys: KeyDictionary
  private let threads: Int
  private let chunkBytes: Int
  private let rowLimit: Int
  private let labels: [CategoryLabels?]

  /// - Parameters:
  ///   - threads: workers that parse; nil for one a processor and one more, as one may wait.
  ///   - chunkBytes: bytes of a chunk; the default keeps a chunk and its index near the processor.
  package init(
    _ source: ByteSource, _ layout: FileLayout, _ specs: [ColumnSpec],
    keys: KeyDictionary = KeyDictionary(), threads: Int? = nil,
    chunkBytes: Int = TableReader.chunkBytes,
    rowLimit: Int = 16 << 20
  ) {
    self.source = source
    self.layout = layout
    self.specs = specs
    self.keys = keys
    self.threads = max(1, threads ?? (Workers.processorCount + 1))
    self.chunkBytes = chunkBytes
    self.rowLimit = rowLimit
    labels = specs.map {
      if case .category(let levels) = $0.kind { CategoryLabels(levels: levels) } else { nil }
    }
  }

  /// The labels of a category column.
  package func labels(_ column: Int) -> CategoryLabels? { labels[column] }

  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - work: called on the workers, at the same time, in any order.
  ///   - deliver: called one at a time in the order of the file, on whichever thread.
  package func read<Part>(
    work: @Sendable (RowBatch) -> Part,
    deliver: (RowBatch, Part) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Summary {
    let chunks = try ChunkReader(
      source, layout, chunkBytes: chunkBytes, rowLimit: rowLimit)
    let reading = Lock()
    let turn = Lock()
    var nextTurn = 0
    var linesBefore = 0
    var failure: Diagnostic?
    var summary = Summary(rounded: specs.map { _ in 0 })
    Workers.run(threads) { _ in
      let parser = BatchParser(specs, layout, keys, labels)
      let batch = parser.batch
      while turn.locked({ failure == nil }) {
        var problem: Diagnostic?
        let hasChunk = reading.locked {
          do throws(Diagnostic) { return try chunks.next(batch.chunk) } catch {
            problem = error
            return true
          }
        }
        guard hasChunk else { return }
        var part: Part?
        if problem == nil, batch.chunk.failure == nil {
          parser.parse()
          part = work(batch)
        }
        turn.locked {
          while nextTurn != batch.chunk.index, failure == nil { turn.wait() }
        }
        // From here on this worker alone has the turn.
        guard turn.locked({ failure == nil }) else { return }
        if let found = batch.chunk.failure, problem == nil {
          problem = self.diagnostic(found.reason, found.position, batch.chunk, linesBefore)
        }
        if problem == nil, let part {
          batch.linesBefore = linesBefore
          for i in batch.rejects.indices { batch.rejects[i].line += linesBefore }
          linesBefore += batch.lineCount
          summary.rowsRead += batch.rowsRead
          summary.acceptedRows += batch.rowCount
          summary.rejectedRows += batch.rejects.count
          for i in batch.rounded.indices { summary.rounded[i] += batch.rounded[i] }
          do throws(Diagnostic) { try deliver(batch, part) } catch { problem = error }
        }
        turn.locked {
          nextTurn += 1
          if let problem { failure = problem }
          turn.wakeAll()
        }
      }
    }
    if let failure { throw failure }
    summary.bytes = source.bytesRead
    return summary
  }

  private func diagnostic(
    _ reason: Chunk.Failure, _ position: Int, _ chunk: Chunk, _ linesBefore: Int
  ) -> Diagnostic {
    var line = linesBefore + 1
    for i in chunk.start..<position {
      let byte = chunk.base[i]
      if byte == 10 || (byte == 13 && chunk.base[i + 1] != 10) { line += 1 }
    }
    switch reason {
    case .openQuote:
      return Diagnostic(
        .data, "open-quote", "a quote is opened here and never closed",
        at: .init(source.name, line: line),
        help: "close the quote, or double it where it belongs to the text")
    case .longQuote:
      return Diagnostic(
        .data, "open-quote", "a quote is opened here and not closed within \(rowLimit) bytes",
        at: .init(source.name, line: line),
        help: "close the quote, or double it where it belongs to the text")
    case .longRow:
      return Diagnostic(
        .data, "long-row", "a row does not end within \(rowLimit) bytes",
        at: .init(source.name, line: line),
        help: "check that this is a CSV file with line ends")
    }
  }
}
