import Tabular

/// A questionnaire's answers in words, as they are usually written, with what they count.
///
/// Higher is better; `kano-5` numbers Kano's answers. Labels are few on purpose: one that two scales
/// place differently (比较满意) is for `labels` to say.
package enum NamedScale: String, CaseIterable, Sendable {
  case satisfaction5 = "satisfaction-5"
  case satisfaction7 = "satisfaction-7"
  case agreement5 = "agreement-5"
  case agreement7 = "agreement-7"
  case likelihood5 = "likelihood-5"
  case ease7 = "ease-7"
  case importance5 = "importance-5"
  case frequency5 = "frequency-5"
  case quality5 = "quality-5"
  case kano5 = "kano-5"

  /// The highest value.
  package var points: Int64 { Int64(steps.count) }

  /// Labels that are no answer, on every scale; none of them is neutral.
  package static let noAnswer = [
    "don't know", "don’t know", "dont know", "do not know", "dk", "n/a", "na", "not applicable",
    "no answer", "no opinion", "prefer not to say", "不清楚", "不知道", "不适用", "不適用", "无法评价", "無法評價",
    "未作答", "拒答", "没有意见", "沒有意見",
  ]

  /// The first scale that has a label, whatever its capitals; nil where none has it.
  static func first(with label: String) -> NamedScale? {
    let wanted = label.lowercased()
    return allCases.first { $0.steps.joined().contains { $0.lowercased() == wanted } }
  }

  /// The labels of 1, 2, … in English, Simplified and Traditional Chinese.
  package var steps: [[String]] {
    switch self {
    case .satisfaction5:
      [
        ["Very dissatisfied", "非常不满意", "很不满意", "非常不滿意", "很不滿意"],
        ["Dissatisfied", "不满意", "不滿意"],
        ["Neutral", "Neither satisfied nor dissatisfied", "一般", "中立", "普通"],
        ["Satisfied", "满意", "滿意"], ["Very satisfied", "非常满意", "很满意", "非常滿意", "很滿意"],
      ]
    case .satisfaction7:
      [
        ["Very dissatisfied", "非常不满意", "非常不滿意"], ["Dissatisfied", "不满意", "不滿意"],
        ["Somewhat dissatisfied", "有点不满意", "有點不滿意"],
        ["Neutral", "Neither satisfied nor dissatisfied", "一般", "中立", "普通"],
        ["Somewhat satisfied", "有点满意", "有點滿意"], ["Satisfied", "满意", "滿意"],
        ["Very satisfied", "非常满意", "非常滿意"],
      ]
    case .agreement5:
      [
        ["Strongly disagree", "非常不同意", "完全不同意"], ["Disagree", "不同意"],
        ["Neutral", "Neither agree nor disagree", "一般", "中立", "普通"], ["Agree", "同意"],
        ["Strongly agree", "非常同意", "完全同意"],
      ]
    case .agreement7:
      [
        ["Strongly disagree", "非常不同意"], ["Disagree", "不同意"],
        ["Somewhat disagree", "Slightly disagree", "有点不同意", "有點不同意"],
        ["Neutral", "Neither agree nor disagree", "一般", "中立", "普通"],
        ["Somewhat agree", "Slightly agree", "有点同意", "有點同意"], ["Agree", "同意"],
        ["Strongly agree", "非常同意"],
      ]
    case .likelihood5:
      [
        ["Very unlikely", "非常不可能"], ["Unlikely", "不可能"], ["Neutral", "一般", "中立", "普通"],
        ["Likely", "可能"], ["Very likely", "非常可能"],
      ]
    case .ease7:
      [
        ["Very difficult", "非常困难", "非常困難"], ["Difficult", "困难", "困難"],
        ["Somewhat difficult", "有点困难", "有點困難"], ["Neutral", "一般", "中立", "普通"],
        ["Somewhat easy", "有点容易", "有點容易"], ["Easy", "容易"], ["Very easy", "非常容易"],
      ]
    case .importance5:
      [
        ["Very unimportant", "Not at all important", "非常不重要"], ["Unimportant", "不重要"],
        ["Neutral", "一般", "中立", "普通"], ["Important", "重要"], ["Very important", "非常重要"],
      ]
    case .frequency5:
      [
        ["Never", "从不", "從不"], ["Rarely", "很少"], ["Sometimes", "有时", "有時"],
        ["Often", "经常", "經常"], ["Always", "总是", "總是"],
      ]
    case .quality5:
      [
        ["Very poor", "很差", "非常差"], ["Poor", "差"], ["Fair", "一般", "普通"], ["Good", "好"],
        ["Very good", "Excellent", "很好", "非常好"],
      ]
    case .kano5:
      [
        ["I like it", "Like", "喜欢", "我很喜欢", "喜歡", "我很喜歡"],
        ["It must be that way", "I expect it", "Must-be", "理应如此", "理應如此", "理所当然", "理所當然"],
        ["I am neutral", "Neutral", "无所谓", "無所謂"],
        ["I can live with it", "I can tolerate it", "Live with", "勉强接受", "勉強接受", "能忍受", "可以忍受"],
        ["I dislike it", "Dislike", "不喜欢", "我很不喜欢", "不喜歡", "我很不喜歡"],
      ]
    }
  }

  /// The scale for the reader.
  var labels: LabelScale {
    var scale = LabelScale()
    for label in Self.noAnswer { scale.add(label, nil) }
    for (index, labels) in steps.enumerated() {
      for label in labels { scale.add(label, Int64(index + 1)) }
    }
    return scale
  }
}
