import Diagnostics
import Tabular

/// Writes the rows of one export and keeps the account that a reader should reach.
struct ExportWriter {
  let name: String
  let contract: String
  let form: FileForm
  var expected = ExpectedAccount()
  /// Line on which the next row begins, from 1.
  private(set) var line = 1
  private var bytes: [UInt8] = []
  private var startsRow = true

  /// Stands for one byte that no encoding knows; it takes its place when the file is finished.
  static let badByte = "\u{1}"

  init(_ name: String, _ contract: String, _ form: FileForm = .plain, header: [String]) {
    self.name = name
    self.contract = contract
    self.form = form
    row(header)
  }

  mutating func row(_ fields: [String]) {
    for text in fields { field(text) }
    endRow()
  }

  /// A text, in quotes where RFC 4180 wants them.
  mutating func field(_ text: String) {
    separate()
    let needsQuotes = text.utf8.contains {
      $0 == form.delimiter || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
    }
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      if byte == 10 { line += 1 }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func field(_ number: Int64) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// An amount in hundredths.
  mutating func field(hundredths: Int64) {
    separate()
    bytes.append(contentsOf: Self.decimal(hundredths).utf8)
  }

  mutating func endRow() {
    if form.hasCarriageReturns { bytes.append(13) }
    bytes.append(10)
    line += 1
    startsRow = true
  }

  private mutating func separate() {
    if !startsRow { bytes.append(form.delimiter) }
    startsRow = false
  }

  /// `-12.05` for -1205.
  static func decimal(_ hundredths: Int64) -> String {
    let size = hundredths.magnitude
    let fraction = size % 100
    return "\(hundredths < 0 ? "-" : "")\(size / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// Notes that the row which begins on this line is rejected.
  mutating func reject(_ rule: String, _ column: String, kind: String) {
    expected.rejections.append(.init(rule: rule, column: column, line: line))
    expected.plant(kind)
  }

  /// The account alone: the rows are not kept once they are written.
  func withoutRows() -> ExportWriter {
    var account = self
    account.bytes = []
    return account
  }

  /// The file in its encoding.
  func finished() throws(Diagnostic) -> SampleFile {
    var encoded = form.encoding == .gb18030 ? try GB18030.encode(bytes, file: name) : bytes
    for index in encoded.indices where encoded[index] == 1 { encoded[index] = 0xFF }
    return SampleFile(
      name: name, bytes: form.hasOrderMark ? [0xEF, 0xBB, 0xBF] + encoded : encoded)
  }
}
