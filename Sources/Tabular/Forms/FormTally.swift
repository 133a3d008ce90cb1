/// How many values of a column each of some forms fits, and where two of them differ.
struct FormTally {
  let forms: Int
  private(set) var fits: [Int]
  /// Values that two forms both fit, by their pair.
  private var both: [Int]
  /// Values that two forms both fit and read differently.
  private var differing: [Int]

  init(forms: Int) {
    self.forms = forms
    fits = [Int](repeating: 0, count: forms)
    both = [Int](repeating: 0, count: forms * forms)
    differing = both
  }

  /// Adds a value by what each form reads it as; `Int64.min` where it does not fit.
  mutating func add(_ readings: [Int64], times: Int = 1) {
    for a in 0..<forms where readings[a] != .min {
      fits[a] += times
      for b in 0..<forms where readings[b] != .min {
        both[a * forms + b] += times
        if readings[a] != readings[b] { differing[a * forms + b] += times }
      }
    }
  }

  func differ(_ a: Int, _ b: Int) -> Bool { differing[a * forms + b] > 0 }

  /// Values that `a` fits and `b` does not.
  func only(_ a: Int, not b: Int) -> Int { fits[a] - both[a * forms + b] }

  /// The form that fits most values; of several the first. nil where none fits any.
  func most(of allowed: [Int]) -> Int? {
    allowed.filter { fits[$0] > 0 }.max { left, right in
      (fits[left], -left) < (fits[right], -right)
    }
  }
}
