package import Values

/// Who reads a pack, and so what of persons stands in it.
///
/// |                    | internal | management | external  |
/// |--------------------|----------|------------|-----------|
/// | customer number    | shown    | shown      | pseudonym |
/// | customer name      | shown    | shown      | left out  |
/// | contact data       | shown    | left out   | left out  |
/// | author of a comment| shown    | left out   | left out  |
/// | comment            | shown    | shown      | left out  |
/// | rejected rows      | whole    | without their text | not in the pack |
/// | rows of customers  | as made  | as made    | by pseudonym |
package enum Profile: String, CaseIterable, Sendable {
  case `internal`
  case management
  case external
}

/// Applies a profile to the texts that tell of a person; figures never change.
package struct Masking: Sendable {
  package let profile: Profile
  /// What stands for a customer's number.
  private let pseudonym: @Sendable (String) -> String

  /// Everything is shown.
  package static let none = Masking(.internal) { $0 }

  /// - Parameter pseudonym: the same for the same number, and of no use to find it again.
  package init(_ profile: Profile, pseudonym: @escaping @Sendable (String) -> String) {
    self.profile = profile
    self.pseudonym = pseudonym
  }

  /// The text as the readers of the profile may see it; empty where it is left out.
  package func text(_ text: String, _ data: PersonalData) -> String {
    guard !text.isEmpty else { return text }
    switch (profile, data) {
    case (.internal, _), (.management, .customer), (.management, .name), (.management, .comment):
      return text
    case (.management, .contact), (.management, .author): return ""
    case (.external, .customer): return pseudonym(text)
    case (.external, _): return ""
    }
  }

  /// The table with its columns of persons masked, by what their heads declare.
  package func table(_ table: DataTable) -> DataTable {
    guard profile != .internal, table.heads.contains(where: { $0.personal != nil }) else {
      return table
    }
    let masked = DataTable(
      name: table.name, heads: table.heads,
      columns: zip(table.heads, table.columns).map { head, values in
        guard let data = head.personal else { return values }
        switch values {
        case .text(let texts): return .text(TextColumn(texts.texts.map { text($0, data) }))
        case .category(let codes, let labels):
          let masked = labels.map { text($0, data) }
          return .category(
            codes.map { $0 >= 0 && masked[Int($0)].isEmpty ? -1 : $0 }, labels: masked)
        case .integer, .number, .money, .day, .instant:
          preconditionFailure("persons are told of by texts: \(table.name).\(head.id)")
        }
      })
    return profile == .external ? byPseudonym(withoutEmptyRows(masked)) : masked
  }

  /// A list of nothing but comments and their authors has no row for one that is left out.
  private func withoutEmptyRows(_ table: DataTable) -> DataTable {
    let kinds = table.heads.map(\.personal)
    guard kinds.contains(.comment), !kinds.contains(nil) else { return table }
    let left = (0..<table.rowCount).filter { row in
      table.columns.contains { !$0.isMissing(row) }
    }
    return left.count == table.rowCount ? table : table.selected(left)
  }

  /// Lists stand in the order of customers' numbers: who knows those would know whose row is whose.
  private func byPseudonym(_ table: DataTable) -> DataTable {
    let keys = zip(table.heads, table.columns).filter { $0.0.personal == .customer }
      .map { column in (0..<table.rowCount).map { column.1.text($0) } }
    guard !keys.isEmpty else { return table }
    return table.selected(
      (0..<table.rowCount).sorted { left, right in
        for key in keys where key[left] != key[right] { return key[left] < key[right] }
        return left < right
      })
  }
}
