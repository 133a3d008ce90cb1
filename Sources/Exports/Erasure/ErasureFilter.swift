import Store
import Tabular

/// Tells rows of erased customers by the hash of their ids; knows no id.
struct ErasureFilter: Sendable {
  private let salt: String
  private let digests: Set<String>

  init(_ customers: ErasedCustomers = .none) {
    salt = customers.salt
    digests = Set(customers.digests)
  }

  var isEmpty: Bool { digests.isEmpty }

  func leavesOut(_ id: String) -> Bool { digests.contains(Self.digest(of: id, salt: salt)) }

  /// Whether a rejected record names an erased customer.
  func leavesOut(_ reject: Reject, _ place: CustomerPlace) -> Bool {
    place.candidates(in: reject.raw, rules: reject.rules).contains(where: leavesOut)
  }

  static func digest(of id: String, salt: String) -> String { ContentHash.of("\(salt) \(id)") }
}

/// Where the records of a file have the id of the customer.
struct CustomerPlace: Sendable {
  /// From 0; nil where it is not known: then every cell may be the id.
  let field: Int?
  let delimiter: Dialect.Delimiter

  /// The cells of a rejected record that may be the id.
  ///
  /// Where the number of cells is wrong, or quotes are, each cell may have moved.
  func candidates(in raw: String, rules: String) -> [String] {
    let cells = RawRecord.cells(raw, delimiter: delimiter)
    let mayHaveMoved = rules.split(separator: "; ").contains {
      $0 == Reject.Rule.columns.rawValue || $0 == Reject.Rule.quote.rawValue
    }
    guard let field, !mayHaveMoved else { return cells.filter { !$0.isEmpty } }
    return field < cells.count ? [cells[field]] : []
  }
}
