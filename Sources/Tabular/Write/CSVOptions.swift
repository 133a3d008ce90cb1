/// How CSV files are written: always UTF-8, commas and newlines.
package struct CSVOptions: Sendable, Equatable {
  /// An order mark first, for spreadsheets that take UTF-8 without it for something else.
  package var hasOrderMark: Bool
  /// Threads that format; nil for one a processor.
  package var threads: Int?

  package init(hasOrderMark: Bool = false, threads: Int? = nil) {
    self.hasOrderMark = hasOrderMark
    self.threads = threads
  }
}
