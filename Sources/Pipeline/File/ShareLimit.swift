package import Diagnostics

/// A limit as a share of the whole: `20 %`, or `0.2`.
///
/// A bare 1 or more is refused: `1` might mean one percent or all.
package struct ShareLimit: SettingValue, Hashable {
  package var share: Double

  package init(_ share: Double) { self.share = share }

  package static var accepted: String { "a share such as 20 % or 0.2" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ShareLimit? {
    guard case .scalar(let text, _) = node.content else {
      reject(node, &problems)
      return nil
    }
    let digits = text.hasSuffix("%") ? text.dropLast() : Substring(text)
    let isPercent = digits.count < text.count
    let bare = digits.reversed().drop { $0 == " " }.reversed()
    let plain = String(bare)
    guard plain.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }), let value = Double(plain)
    else {
      reject(node, &problems)
      return nil
    }
    if !isPercent, value >= 1 {
      problems.add(
        Diagnostic(
          .configuration, "wrong-type", "'\(text)' may be a share or a percentage", at: node.place,
          help: value <= 100
            ? "write \(plain) % or a share below 1 such as 0.2" : "write at most 100 %"))
      return nil
    }
    guard value <= 100 else {
      problems.add(
        Diagnostic(
          .configuration, "out-of-range", "a share is at most 100 %, found '\(text)'",
          at: node.place, help: "write at most 100 %"))
      return nil
    }
    return ShareLimit(isPercent ? value / 100 : value)
  }

  package var echoed: SettingEcho { .number(share) }
}

/// A number of days: `3d`, or `3`.
package struct DayCount: SettingValue, Hashable {
  package var days: Int

  package init(_ days: Int) { self.days = days }

  package static var accepted: String { "a number of days such as 3d" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> DayCount? {
    if case .scalar(let text, _) = node.content {
      let digits = text.hasSuffix("d") ? text.dropLast() : Substring(text)
      if !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
        let days = Int(digits), days <= 36_600
      {
        return DayCount(days)
      }
    }
    reject(node, &problems)
    return nil
  }

  package var echoed: SettingEcho { .text("\(days)d") }
}
