import Exports

/// What stands for a customer's number in a pack for readers outside.
///
/// The first 60 bits of HMAC-SHA256 of the number, as twelve characters of Crockford's base 32. The
/// key is a setting: a plain hash of a number or phone would be undone by trying all of them, a
/// random key in the store would give other bytes for the same exports. Two of a million customers
/// share a pseudonym with a chance of 4 in 10 million.
///
/// Source: RFC 2104, HMAC, 1997; ENISA, *Pseudonymisation techniques and best practices*, 2019,
/// section 5.1.4 (message authentication code).
enum Pseudonym {
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  static func of(_ number: String, key: String) -> String {
    let hash = ContentHash.of(number, key: key)
    let bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var text = "P"
    for place in 0..<12 { text.append(digits[Int(bits >> UInt64(59 - 5 * place)) & 31]) }
    return text
  }
}
