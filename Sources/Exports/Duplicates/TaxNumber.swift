/// A taxpayer's number: letters and digits without blanks, hyphens and dots, in upper case.
///
/// One of eighteen characters is Chinese and must pass its check: a unified social credit code
/// (GB 32100-2015, 4.5) or the number of a resident's card (GB 11643-1999, 5). A number that
/// fails is mistyped and no key. Others are taken as they are, with five characters and one
/// digit at least.
package enum TaxNumber {
  /// - Parameter text: folded.
  static func key(of text: [UInt8]) -> [UInt8]? {
    var number: [UInt8] = []
    for byte in text {
      switch byte {
      case 48...57: number.append(byte)
      case 97...122: number.append(byte - 32)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), 9: continue
      default: return nil
      }
    }
    guard number.count >= 5, number.contains(where: { (48...57).contains($0) }),
      !Placeholder.isOneCharacter(number), !Placeholder.isCount(number)
    else { return nil }
    guard number.count == 18 else { return number }
    return isCreditCode(number) || isResidentNumber(number) ? number : nil
  }

  /// Digits, then letters without I, O, S, V and Z: their place is their value.
  private static let creditDigits = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// `C18 = 31 - (Σ Ci · 3^(i-1)) mod 31`, with 31 written as 0 (GB 32100-2015, annex B).
  package static func isCreditCode(_ code: [UInt8]) -> Bool {
    guard code.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for byte in code.dropLast() {
      guard let value = creditDigits.firstIndex(of: byte) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return creditDigits[(31 - sum % 31) % 31] == code[17]
  }

  /// `Σ ai · 2^(18-i) mod 11 = 1` over all eighteen, X for 10 (ISO 7064 MOD 11-2; GB 11643-1999, 5).
  package static func isResidentNumber(_ number: [UInt8]) -> Bool {
    guard number.count == 18 else { return false }
    var sum = 0
    for (place, byte) in number.enumerated() {
      let value: Int
      switch byte {
      case 48...57: value = Int(byte) - 48
      case UInt8(ascii: "X") where place == 17: value = 10
      default: return false
      }
      sum = (sum * 2 + value) % 11
    }
    return sum == 1
  }
}
