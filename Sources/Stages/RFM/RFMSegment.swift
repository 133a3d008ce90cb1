package import Values

/// A group of customers with similar scores, and what to do about it.
package struct RFMSegment: Sendable, Equatable {
  /// Stable, `snake_case`: `at_risk`.
  package let id: String
  package let name: Phrase
  /// nil for own maps without one.
  package let action: Phrase?
  /// Who would do it.
  package let owner: Phrase?
  package let role: RFMRole?

  package init(
    _ id: String, _ name: Phrase, action: Phrase?, owner: Phrase? = nil, role: RFMRole? = nil
  ) {
    self.id = id
    self.name = name
    self.action = action
    self.owner = owner
    self.role = role
  }
}
