import Store
import Values

extension Contract {
  /// The table of this contract in the store: all declared fields, and the family members given.
  func shape(members: [String], _ currency: Currency) -> FactShape {
    let declared = fields.map { FactColumn($0.name, $0.kind.stored($0.name, currency)) }
    let grown = members.compactMap { name -> FactColumn? in
      guard let family = family(of: name) else { return nil }
      let member = String(name.dropFirst(family.name.count + 1))
      return FactColumn(
        name, family.kind.stored(name, currency), family: family.name, member: member)
    }
    return FactShape(
      name, columns: declared + grown, key: key, replacesBy: replacesBy,
      marksStale: name == Contract.orders.name ? "customer_id" : nil)
  }
}

extension Field.Kind {
  fileprivate func stored(_ name: String, _ currency: Currency) -> FactColumn.Kind {
    switch self {
    case .key: .id(name.hasSuffix("_id") ? String(name.dropLast(3)) : name)
    case .text: .text
    case .category, .currency, .level: .category
    case .integer: .integer
    case .number: .number
    case .money: .money(currency)
    case .day: .day
    case .instant: .instant
    }
  }
}
