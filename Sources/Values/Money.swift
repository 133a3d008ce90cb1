/// An amount of money in minor units (cents, fen) of a currency that the context names.
package struct Money: Hashable, Comparable, Sendable {
  package var minorUnits: Int64

  package init(minorUnits: Int64) { self.minorUnits = minorUnits }

  package static let zero = Money(minorUnits: 0)
  package static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }
  package static func + (left: Money, right: Money) -> Money {
    Money(minorUnits: left.minorUnits + right.minorUnits)
  }
}

/// A currency by its ISO 4217 code, with the number of decimals of its minor unit.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
  package let code: String

  /// A currency; nil unless ISO 4217 lists the code.
  package init?(code: String) {
    guard Self.known.contains(code) else { return nil }
    self.code = code
  }

  private init(known code: String) { self.code = code }

  package static let cny = Currency(known: "CNY")

  package var description: String { code }

  /// Decimals of the minor unit by ISO 4217: 2 but for the exceptions.
  package var decimals: Int {
    switch code {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND",
      "VUV", "XAF", "XOF", "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    default: 2
    }
  }

  /// Minor units in one major unit: 100 for two decimals.
  package var minorPerMajor: Int64 {
    switch decimals {
    case 0: 1
    case 3: 1000
    default: 100
    }
  }

  /// The amount in major units, for display and for JSON.
  package func major(_ minorUnits: Int64) -> Double { Double(minorUnits) / Double(minorPerMajor) }

  /// The amount as exact decimal text: `-1234.50`.
  package func decimalText(_ minorUnits: Int64) -> String {
    let scale = UInt64(minorPerMajor)
    let size = minorUnits.magnitude
    let sign = minorUnits < 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(size) }
    let fraction = String(size % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return "\(sign)\(size / scale).\(zeros)\(fraction)"
  }
}
