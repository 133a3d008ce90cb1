extension Day {
  /// The number of the day that a second since 1970-01-01T00:00:00 of local time falls on: rounded
  /// down, before 1970 too.
  @inlinable
  package static func number(ofSecond second: Int64) -> Int32 {
    Int32(truncatingIfNeeded: second >= 0 ? second / 86_400 : (second &- 86_399) / 86_400)
  }

  /// `YYYY-MM-DDThh:mm:ss`, or with another mark between day and time.
  package static func iso(ofSecond second: Int64, separator: Character = "T") -> String {
    let day = Day(number: number(ofSecond: second))
    let rest = second - Int64(day.number) * 86_400
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(day.iso)\(separator)\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
  }
}
