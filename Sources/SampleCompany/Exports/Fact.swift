/// A value of `planted.json`; records keep the order in which they were written.
indirect enum Fact {
  case text(String)
  case whole(Int)
  /// A number as exact decimal text.
  case decimal(String)
  case list([Fact])
  case record([(String, Fact)])

  /// A number to four decimals; the exact text does not depend on how doubles are printed.
  static func number(_ value: Double) -> Fact {
    let scaled = (value * 10_000).rounded()
    let size = UInt64(scaled.magnitude)
    let digits = String(size % 10_000)
    let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
    return .decimal("\(scaled < 0 ? "-" : "")\(size / 10_000).\(zeros)\(digits)")
  }

  /// An amount in hundredths, as a number in whole units.
  static func amount(_ hundredths: Int64) -> Fact { .decimal(ExportWriter.decimal(hundredths)) }

  /// JSON with two spaces a level; lists of plain values stand on one line.
  func json(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .whole(let value): return String(value)
    case .decimal(let text): return text
    case .list(let items) where items.allSatisfy(\.isPlain):
      return "[\(items.map { $0.json() }.joined(separator: ", "))]"
    case .list(let items):
      let lines = items.map { inner + $0.json(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .record(let pairs) where pairs.isEmpty: return "{}"
    case .record(let pairs):
      let lines = pairs.map { "\(inner)\(Self.quoted($0.0)): \($0.1.json(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  private var isPlain: Bool {
    switch self {
    case .text, .whole, .decimal: true
    case .list, .record: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
