/// What of a person or a firm a text tells: who may read it depends on the profile of the pack.
package enum PersonalData: Sendable, Hashable, CaseIterable {
  /// A customer's number, by which one can be looked up.
  case customer
  case name
  /// Phone, e-mail, address, tax number, contact person.
  case contact
  /// Who wrote a comment.
  case author
  case comment
}
