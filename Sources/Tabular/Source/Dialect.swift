/// How the bytes of a CSV file are to be read.
package struct Dialect: Sendable, Equatable {
  package enum Encoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "Big5"
    case shiftJIS = "Shift-JIS"
    case windows1252 = "Windows-1252"

    /// The name that iconv knows it by: with the characters that Windows added, as Excel writes them.
    var converter: String {
      switch self {
      case .utf8, .utf16LE, .utf16BE, .gb18030: rawValue
      case .big5: "CP950"
      case .shiftJIS: "CP932"
      case .windows1252: "CP1252"
      }
    }

    /// What a file in it may begin with.
    var orderMark: [UInt8] {
      switch self {
      case .utf8: [0xEF, 0xBB, 0xBF]
      case .utf16LE: [0xFF, 0xFE]
      case .utf16BE: [0xFE, 0xFF]
      case .gb18030: [0x84, 0x31, 0x95, 0x33]
      case .big5, .shiftJIS, .windows1252: []
      }
    }

    /// Bytes that a character has at least.
    var unit: Int { self == .utf16LE || self == .utf16BE ? 2 : 1 }
  }

  /// What an encoding was taken for.
  package enum Basis: String, Sendable {
    case chosen
    case orderMark = "order mark"
    case ascii = "ASCII"
    case validBytes = "valid bytes"
    case zeroBytes = "zero bytes"
    case header
    case characters
    case mostBytes = "most bytes"
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
  package var basis: Basis
  /// Bytes of order marks at the beginning, which are no text.
  package var markBytes: Int
  package var delimiter: Delimiter
  /// The end of the header line; the reader takes all three wherever they stand.
  package var lineEnd: LineEnd

  package init(
    encoding: Encoding = .utf8, basis: Basis = .chosen, markBytes: Int = 0,
    delimiter: Delimiter = .comma, lineEnd: LineEnd = .lf
  ) {
    self.encoding = encoding
    self.basis = basis
    self.markBytes = markBytes
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }
}
