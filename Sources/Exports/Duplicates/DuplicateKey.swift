import Values

/// What two customers must have in common to be listed as one that may be there twice.
package enum DuplicateKey: String, CaseIterable, Sendable {
  case taxNumber = "tax_number"
  case phone
  case email
  case name

  /// The columns of the customers contract that the key is made of.
  package var columns: [String] {
    switch self {
    case .taxNumber: ["tax_number"]
    case .phone: ["phone", "mobile"]
    case .email: ["email"]
    case .name: ["name"]
    }
  }

  /// The keys of a value as written, in UTF-8: several where a cell holds several numbers, none for
  /// placeholders (`无`, `n/a`, `13800000000`) and what is not of the kind.
  func values(of text: some Collection<UInt8>) -> [[UInt8]] {
    let text = PlainText.folded(text)
    return switch self {
    case .taxNumber: TaxNumber.key(of: text).map { [$0] } ?? []
    case .phone: PhoneNumber.keys(of: text)
    case .email: EmailAddress.keys(of: text)
    case .name: CompanyName.key(of: text).map { [$0] } ?? []
    }
  }
}
