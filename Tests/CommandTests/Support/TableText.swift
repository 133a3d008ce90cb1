import Foundation

/// Rows of a CSV text as dictionaries by header; quotes are read, an order mark is dropped.
func csvRows(_ text: String) -> [[String: String]] {
  var text = text
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  var records: [[String]] = []
  var record: [String] = []
  var field = ""
  var isQuoted = false
  var wasQuote = false
  for scalar in text.unicodeScalars {
    if isQuoted {
      if scalar == "\"" {
        isQuoted = false
        wasQuote = true
      } else {
        field.unicodeScalars.append(scalar)
      }
      continue
    }
    switch scalar {
    case "\"":
      if wasQuote { field.unicodeScalars.append(scalar) }
      isQuoted = true
    case ",":
      record.append(field)
      field = ""
    case "\n":
      records.append(record + [field])
      record = []
      field = ""
    case "\r": break
    default: field.unicodeScalars.append(scalar)
    }
    wasQuote = false
  }
  if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
  guard let header = records.first else { return [] }
  return records.dropFirst().map { record in
    Dictionary(zip(header, record), uniquingKeysWith: { first, _ in first })
  }
}

/// The exports and the shipped pipelines of the sample company.
enum SampleCompanyFiles {
  static let folder = Program.packageRoot.appending(path: "Samples")
  static let quarterly = Program.packageRoot.appending(path: "Pipelines/quarterly.yaml").path

  static var exports: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".csv") }.sorted()
    }
  }

  static func path(_ name: String) -> String { folder.appending(path: name).path }
}

/// The sum of a column of amounts with two decimals, in cents; nil where one is no amount.
func cents(_ rows: [[String: String]], _ column: String) -> Int64? {
  var sum: Int64 = 0
  for row in rows {
    guard let text = row[column], let dot = text.firstIndex(of: "."),
      text[dot...].count == 3, let value = Int64(text.filter { $0 != "." })
    else { return nil }
    sum += value
  }
  return sum
}
