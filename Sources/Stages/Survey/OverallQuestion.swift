import Values

/// What an overall question is called inside a sentence.
enum OverallQuestion {
  static func phrase(_ id: String) -> Phrase {
    switch id {
    case "nps": Phrase("willingness to recommend", "推荐意愿")
    case "ces": Phrase("ease", "办理轻松度")
    default: Phrase("overall satisfaction", "总体满意度")
    }
  }
}
