package import Values

/// The mark between whole units and decimals.
package enum DecimalMark: String, CaseIterable, Sendable {
  case point
  case comma

  var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
}

/// Decimal mark and thousands separator: what decides which number some digits are.
package struct NumberSeparators: Sendable, Equatable {
  package enum Group: UInt8, Sendable {
    case comma = 44
    case point = 46
    case space = 32
    case apostrophe = 39
  }

  package enum GroupSize: Sendable {
    case three
    /// The last three digits, then every two: 12,34,567.
    case indian
    /// Every four, as 万 and 亿 count: 12,3456.
    case four
  }

  package var mark: DecimalMark
  /// nil: digits are not grouped. A grouped column may hold numbers that are not.
  package var group: Group?
  package var size: GroupSize

  package init(_ mark: DecimalMark, _ group: Group? = nil, _ size: GroupSize = .three) {
    self.mark = mark
    self.group = group
    self.size = size
  }

  /// All that are known; of two that read every value alike the earlier one is taken.
  static let all: [NumberSeparators] = [
    NumberSeparators(.point), NumberSeparators(.point, .comma),
    NumberSeparators(.point, .comma, .indian), NumberSeparators(.point, .space),
    NumberSeparators(.point, .apostrophe), NumberSeparators(.comma),
    NumberSeparators(.comma, .point), NumberSeparators(.comma, .space),
    NumberSeparators(.comma, .apostrophe), NumberSeparators(.point, .comma, .four),
  ]
  static let plain = 0
  static let decimalComma = 5
  static let pointGroups = 6
  static let fours = 9

  /// The decimals of some digits and separators; nil where they are not written so.
  ///
  /// A first group has no leading zero: 0,123 is no thousand.
  func decimals(_ core: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var whole = count
    var decimals = 0
    for i in 0..<count where core[i] == mark.byte {
      whole = i
      decimals = count - i - 1
      for k in (i + 1)..<max(i + 1, count) where !Digits.isDigit(core[k]) { return nil }
      break
    }
    guard whole + decimals > 0 else { return nil }
    var digits = 0
    var groups = 0
    var isFirst = true
    // From the last group to the first: sizes are counted from the mark.
    for i in stride(from: whole - 1, through: 0, by: -1) {
      if Digits.isDigit(core[i]) {
        digits += 1
        continue
      }
      guard core[i] == group?.rawValue, digits == length(ofGroup: groups) else { return nil }
      isFirst = false
      groups += 1
      digits = 0
    }
    if isFirst { return decimals }
    guard digits > 0, digits <= length(ofGroup: groups), core[0] != UInt8(ascii: "0") else {
      return nil
    }
    return decimals
  }

  private func length(ofGroup index: Int) -> Int {
    switch size {
    case .three: 3
    case .indian: index == 0 ? 3 : 2
    case .four: 4
    }
  }
}

/// How the numbers of a column are written.
///
/// Signs before or behind, brackets for negative numbers, full-width digits, and 万 and 亿 say by
/// themselves what they mean and are read in every column that is not plain.
package struct NumberForm: Sendable, Equatable {
  /// What may stand beside the digits.
  package enum Affixes: Sendable, Equatable {
    /// The signs and the code of a currency; nil for any, where each row says its own.
    case money(Currency?)
    /// A unit behind the number, the same in the whole column.
    ///
    /// - `percent`: decimals that a percent sign stands for: 2 for shares of 1, 0 for points of
    ///   100; nil where none is allowed.
    /// - `units`: those that are allowed; nil for any one.
    case measure(percent: Int?, units: [String]?)
  }

  package var separators: NumberSeparators
  package var affixes: Affixes
  /// Every number has a percent sign.
  package var isPercent: Bool
  /// The unit that numbers may have.
  package var unit: String?

  package init(
    _ separators: NumberSeparators, _ affixes: Affixes, isPercent: Bool = false,
    unit: String? = nil
  ) {
    self.separators = separators
    self.affixes = affixes
    self.isPercent = isPercent
    self.unit = unit
  }
}
