import SampleCompany

/// A second reader for the tests, by RFC 4180 and nothing of the program.
struct SampleReader {
  let header: [String]
  /// Records with the line on which each begins.
  let records: [(line: Int, fields: [String])]

  init(_ file: SampleFile, delimiter: Character = ",") {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = file.bytes.starts(with: mark) ? Array(file.bytes.dropFirst(3)) : file.bytes
    var records: [(line: Int, fields: [String])] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var (line, begins, isQuoted) = (1, 1, false)
    var index = 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 10 { line += 1 }
      switch byte {
      case UInt8(ascii: "\""):
        if isQuoted, index + 1 < bytes.count, bytes[index + 1] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      case delimiter.asciiValue where !isQuoted:
        fields.append(text())
        field = []
      case 13 where !isQuoted: break
      case 10 where !isQuoted:
        fields.append(text())
        records.append((begins, fields))
        (fields, field, begins) = ([], [], line)
      default: field.append(byte)
      }
      index += 1
    }
    header = records.first?.fields ?? []
    self.records = Array(records.dropFirst())
  }
}

/// The files of a generator, by name.
func files(of generator: Generator) throws -> [String: SampleFile] {
  var files: [String: SampleFile] = [:]
  try generator.makeFiles { file in files[file.name] = file }
  return files
}

/// Hundredths of a decimal text with two or three decimals, half away from zero; nil for others.
func hundredths(_ text: String) -> (value: Int64, isRounded: Bool)? {
  let isNegative = text.hasPrefix("-")
  let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count == 2, (2...3).contains(parts[1].count), let whole = Int64(parts[0]),
    let cents = Int64(parts[1].prefix(2)), let rest = Int64("0" + parts[1].dropFirst(2))
  else { return nil }
  let size = whole * 100 + cents + (rest >= 5 ? 1 : 0)
  return (isNegative ? -size : size, parts[1].count == 3)
}
