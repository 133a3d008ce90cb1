/// A sum of floating-point numbers that keeps what each addition rounds off.
///
/// With it a sum of weighted answers does not show in which order they were added: its error is
/// that of about twice the digits. Whole numbers below 2⁵³ are added exactly either way.
/// Source: Dekker, *A floating-point technique for extending the available precision*, Numerische
/// Mathematik 18, 1971; the exact addition is Knuth's (*The Art of Computer Programming* 2, 4.2.2).
package struct CompensatedSum: Sendable {
  private var high = 0.0
  private var low = 0.0

  package init() {}

  package var value: Double { high + low }

  @inline(__always)
  package mutating func add(_ term: Double) {
    let sum = high + term
    let part = sum - high
    low += (high - (sum - part)) + (term - part)
    high = sum
    // Both parts stay apart, so that what is lost next is small against what is kept.
    let whole = high + low
    low -= whole - high
    high = whole
  }

  package static func += (sum: inout CompensatedSum, term: Double) { sum.add(term) }

  /// Takes the terms of another sum over.
  package mutating func add(_ other: CompensatedSum) {
    add(other.high)
    add(other.low)
  }
}
