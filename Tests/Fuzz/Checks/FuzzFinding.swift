/// What must hold for every input, and did not for this one.
package struct FuzzFinding: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  /// - Throws: what is said, where the condition does not hold.
  static func expect(
    _ holds: Bool, _ otherwise: @autoclosure () -> String
  ) throws(FuzzFinding) {
    if !holds { throw FuzzFinding(otherwise()) }
  }
}
