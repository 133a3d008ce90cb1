/// One finished file of the samples.
package struct SampleFile: Sendable, Equatable {
  package let name: String
  package let bytes: [UInt8]
}

/// How a file is written.
struct FileForm: Sendable {
  enum Encoding: String { case utf8 = "UTF-8", gb18030 = "GB18030" }

  var encoding = Encoding.utf8
  var hasOrderMark = false
  var delimiter = UInt8(ascii: ",")
  var hasCarriageReturns = false

  static let plain = FileForm()
  /// What a spreadsheet on Windows saves.
  static let windows = FileForm(hasOrderMark: true, hasCarriageReturns: true)
  static let semicolons = FileForm(
    hasOrderMark: true, delimiter: UInt8(ascii: ";"), hasCarriageReturns: true)
  static let chinese = FileForm(encoding: .gb18030, hasCarriageReturns: true)
}
