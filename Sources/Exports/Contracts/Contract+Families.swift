extension Contract {
  /// Whether a column name is a member of one of the families: `item_speed`, `expectation_3`.
  package func isFamilyMember(_ name: String) -> Bool {
    families.contains { name.hasPrefix("\($0.name)_") && name.utf8.count > $0.name.utf8.count + 1 }
  }

  /// The family that a column name belongs to.
  package func family(of name: String) -> Family? {
    families.first { name.hasPrefix("\($0.name)_") }
  }
}
