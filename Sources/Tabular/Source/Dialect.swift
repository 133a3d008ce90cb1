/// How the bytes of a CSV file are to be read.
package struct Dialect: Sendable, Equatable {
  package enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
  }

  package enum Delimiter: UInt8, Sendable, CaseIterable, CustomStringConvertible {
    case comma = 44
    case semicolon = 59
    case tab = 9
    case bar = 124

    package var description: String {
      switch self {
      case .comma: "comma"
      case .semicolon: "semicolon"
      case .tab: "tab"
      case .bar: "bar"
      }
    }
  }

  package enum LineEnd: String, Sendable {
    case lf = "LF"
    case crlf = "CRLF"
    case cr = "CR"
  }

  package var encoding: Encoding
  package var hasOrderMark: Bool
  package var delimiter: Delimiter
  /// The end of the header line; the reader takes all three wherever they stand.
  package var lineEnd: LineEnd

  package init(
    encoding: Encoding = .utf8, hasOrderMark: Bool = false, delimiter: Delimiter = .comma,
    lineEnd: LineEnd = .lf
  ) {
    self.encoding = encoding
    self.hasOrderMark = hasOrderMark
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }
}

/// What was found out about a CSV file before its rows are read.
package struct FileLayout: Sendable, Equatable {
  package var dialect: Dialect
  /// The cells of the first line that is not blank; empty in a file without any.
  package var header: [String]
  /// One-based line of the header.
  package var headerLine: Int
  /// What was taken and why, a sentence each.
  package var reasons: [String]
  /// UTF-8 text of the first mebibyte from the header on, whole records only: what the forms of
  /// columns are decided on.
  package var head: [UInt8]

  package init(
    dialect: Dialect = Dialect(), header: [String], headerLine: Int = 1, reasons: [String] = [],
    head: [UInt8] = []
  ) {
    self.dialect = dialect
    self.header = header
    self.headerLine = headerLine
    self.reasons = reasons
    self.head = head
  }
}
