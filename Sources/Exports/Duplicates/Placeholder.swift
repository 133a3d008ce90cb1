/// What people type where a form wants something and they have nothing.
enum Placeholder {
  /// Words that stand for "none", "unknown", "walk-in" or "test", folded and without punctuation.
  private static let words = Set(
    [
      "无", "暂无", "没有", "空", "未知", "不详", "未填", "未填写", "待定", "待补充", "匿名", "测试", "测试客户",
      "散客", "零售客户", "个人", "客户", "其他", "其它", "無", "暫無", "沒有", "不詳", "測試", "測試客戶", "個人", "客戶",
      "na", "none", "null", "nil", "unknown", "test", "tester", "testing", "anonymous", "customer",
      "client", "guest", "cash", "tbd", "nobody", "notavailable", "notapplicable", "other",
      "noname",
      "walkin",
    ].map { Array($0.utf8) })
  /// Bytes of the longest.
  private static let longest = 15

  static func isWord(_ normal: some Collection<UInt8>) -> Bool {
    normal.count <= longest && words.contains(Array(normal))
  }

  /// `0000`, `xxx`: one character again and again.
  static func isOneCharacter(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    return text.allSatisfy { $0 == first }
  }

  /// `1234567`, `23456789`: each digit one above the one before, 0 after 9.
  static func isCount(_ digits: some Collection<UInt8>) -> Bool {
    zip(digits, digits.dropFirst()).allSatisfy { before, after in
      after == before + 1 || (before == 57 && after == 48)
    }
  }
}
