/// Names of firms that do not exist, put together from parts.
enum CustomerName {
  private static let heads = [
    "澄", "清", "润", "泽", "海", "明", "博", "汇", "瑞", "康", "恒", "嘉", "天", "宏", "朗", "沁", "禾", "启", "溪",
    "岚",
  ]
  private static let tails = [
    "川", "源", "泉", "达", "诚", "信", "创", "环", "测", "远", "泰", "丰", "宇", "洁", "屿", "衡", "域", "岭", "舟",
    "澜",
  ]
  private static let families = [
    "Northfield", "Müller", "Bluewater", "O'Brien", "Côté", "Åkerström", "Van den Berg", "Hollis",
    "García", "Larkspur", "Tanaka", "Østergaard", "Brightwell", "Kowalski", "Ferreira", "Whitmore",
    "Lindqvist", "Ashdown", "Moreau", "Pemberton",
  ]
  private static let forms = ["Ltd", "GmbH", "Labs", "& Sons, Inc.", "B.V.", "Group plc"]

  /// Names that a spreadsheet, Markdown or HTML would take for something else; all are data.
  static let awkward = [
    #"=HYPERLINK("http://example.com/","Free labs")"#, "+Plus 检测中心", "-Minus Labs",
    "@Home Analytics",
    "<b>Bold</b> & <script>Labs</script>", "Pipe | Star * Under_score _Labs_ [link](x)",
    "换行\n检测有限公司", #"Quote "Q" Instruments, Inc."#,
  ]

  static func draw(
    _ random: inout SampleRandom, region: Region, segment: Segment, industry: Industry
  ) -> String {
    let city = random.one(of: region.cities)
    if region == .overseas {
      return "\(random.one(of: families)) \(industry.englishWord) \(random.one(of: forms))"
    }
    let english = random.happens(0.06)
    let brand = random.one(of: heads) + random.one(of: tails)
    let ending = random.one(of: industry.endings)
    if english {
      return "\(random.one(of: families)) \(industry.englishWord) (\(city)) Co., Ltd."
    }
    return city + brand + (segment == .distributor ? "科学仪器有限公司" : ending)
  }
}
