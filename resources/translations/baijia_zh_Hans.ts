<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About 百家</source>
        <translation>关于百家</translation>
    </message>
    <message>
        <source>The app&apos;s icon</source>
        <translation>本程序的图标</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>A reader for one question and many people&apos;s answers.</source>
        <translation>细读一个问题，与众人的回答。</translation>
    </message>
    <message>
        <source>Converts with OpenCC&apos;s dictionaries, finds words with jieba, is set in Noto Serif (OFL).</source>
        <translation>繁简转换用 OpenCC 词典，分词用 jieba，正文用 Noto Serif 字体（OFL 许可）。</translation>
    </message>
    <message>
        <source>Your notes stay on this computer, in {folder}</source>
        <translation>批注只保存在这台电脑：{folder}</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Gamboge (Yellow)</source>
        <translation>藤黄（黄）</translation>
    </message>
    <message>
        <source>Malachite (Green)</source>
        <translation>石绿（绿）</translation>
    </message>
    <message>
        <source>Indigo (Blue)</source>
        <translation>花青（蓝）</translation>
    </message>
    <message>
        <source>Rouge (Pink)</source>
        <translation>胭脂（粉红）</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>高亮(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>写批注(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除批注(&amp;D)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Annotation</source>
        <translation>下一条批注(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Annotation</source>
        <translation>上一条批注(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Save the Lit Words as a List…</source>
        <translation>把点亮的词存为词表(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Merge the Selection with Another Word…</source>
        <translation>把选中的词与另一词合并(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Keep These Words Together</source>
        <translation>这几个字是一个词(&amp;K)</translation>
    </message>
    <message>
        <source>Show the File of &amp;Concepts</source>
        <translation>显示同义词的文件(&amp;C)</translation>
    </message>
    <message>
        <source>Show the File of &amp;Words Kept Together</source>
        <translation>显示自定义词的文件(&amp;W)</translation>
    </message>
    <message>
        <source>Show the File of Words &amp;Never Shown</source>
        <translation>显示停用词的文件(&amp;N)</translation>
    </message>
    <message>
        <source>Show the File of Word &amp;Lists</source>
        <translation>显示词表的文件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light Up the Selection</source>
        <translation>点亮所选的词(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Add a Keyword…</source>
        <translation>添加关键词(&amp;A)…</translation>
    </message>
    <message>
        <source>Put &amp;Out All Keywords</source>
        <translation>熄灭所有关键词(&amp;O)</translation>
    </message>
    <message>
        <source>Next Key&amp;word Place</source>
        <translation>下一处关键词(&amp;W)</translation>
    </message>
    <message>
        <source>Previous Keyword Pla&amp;ce</source>
        <translation>上一处关键词(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open F&amp;older…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste as a Thread</source>
        <translation>粘贴为问答(&amp;P)</translation>
    </message>
    <message>
        <source>Paste&amp;d Threads…</source>
        <translation>粘贴的问答(&amp;D)…</translation>
    </message>
    <message>
        <source>Other &amp;Threads in the Folder…</source>
        <translation>文件夹里的其他问答(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Cancel Opening</source>
        <translation>停止打开(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新载入(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save Thread As…</source>
        <translation>问答另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Show &amp;Notes in the File Manager</source>
        <translation>在文件管理器中显示批注文件(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Ori&amp;ginal</source>
        <translation>复制原文(&amp;G)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find All &amp;Like This</source>
        <translation>找出所有出处(&amp;L)</translation>
    </message>
    <message>
        <source>Close the Concor&amp;dance</source>
        <translation>关闭语境索引(&amp;D)</translation>
    </message>
    <message>
        <source>Copy the Lines as &amp;Markdown</source>
        <translation>以 Markdown 复制各行(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the Lines as a &amp;Table (CSV)</source>
        <translation>以表格（CSV）复制各行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save the Lines As…</source>
        <translation>各行另存为…(&amp;S)</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Taiwan, with Its Vocabulary</source>
        <translation>台湾（连同用词）</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>OpenCC Standard (喫, 羣, 裏)</source>
        <translation>OpenCC 标准（喫、羣、裏）</translation>
    </message>
    <message>
        <source>Mainland</source>
        <translation>大陆</translation>
    </message>
    <message>
        <source>Mainland, with Its Vocabulary</source>
        <translation>大陆（连同用词）</translation>
    </message>
    <message>
        <source>From Hong Kong Text</source>
        <translation>由香港繁体转换</translation>
    </message>
    <message>
        <source>OpenCC Standard (看著)</source>
        <translation>OpenCC 标准（看著）</translation>
    </message>
    <message>
        <source>Baijia (Default)</source>
        <translation>百家（默认）</translation>
    </message>
    <message>
        <source>opencc-python</source>
        <translation>opencc-python</translation>
    </message>
    <message>
        <source>&amp;Next Doubtful Place</source>
        <translation>下一处存疑(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Doubtful Place</source>
        <translation>上一处存疑(&amp;P)</translation>
    </message>
    <message>
        <source>Na&amp;mes…</source>
        <translation>人名与地名(&amp;M)…</translation>
    </message>
    <message>
        <source>This Is a Na&amp;me…</source>
        <translation>这是人名或地名(&amp;M)…</translation>
    </message>
    <message>
        <source>OpenCC 1.4</source>
        <translation>OpenCC 1.4</translation>
    </message>
    <message>
        <source>&amp;Flip the Script</source>
        <translation>切换繁简(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原文(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Traditional</source>
        <translation>繁体(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Simplified</source>
        <translation>简体(&amp;S)</translation>
    </message>
    <message>
        <source>As &amp;Detected</source>
        <translation>自动检测(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Traditional Characters</source>
        <translation>繁体字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Simplified Characters</source>
        <translation>简体字(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;xplain the Conversion Here</source>
        <translation>说明此处的转换(&amp;X)</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Next from the &amp;Same Person</source>
        <translation>同一人说的下一条(&amp;S)</translation>
    </message>
    <message>
        <source>Previous &amp;from the Same Person</source>
        <translation>同一人说的上一条(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the &amp;Authors</source>
        <translation>转到作者栏(&amp;A)</translation>
    </message>
    <message>
        <source>Go to the &amp;Page</source>
        <translation>转到正文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Usual Text Si&amp;ze</source>
        <translation>恢复文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Author</source>
        <translation>下一位作者(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Author</source>
        <translation>上一位作者(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Only This Person&apos;s Words in Ink</source>
        <translation>只看此人说的(&amp;O)</translation>
    </message>
    <message>
        <source>Go to the Not&amp;es</source>
        <translation>转到批注栏(&amp;E)</translation>
    </message>
    <message>
        <source>As in the &amp;Thread</source>
        <translation>按原文顺序(&amp;T)</translation>
    </message>
    <message>
        <source>Most &amp;Votes First</source>
        <translation>赞同多的在前(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation>新的在前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Longest First</source>
        <translation>长的在前(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Every Thread in This Order</source>
        <translation>每篇问答都照此排列(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;All Posts of an Author Together</source>
        <translation>同一人的回答放在一起(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Filter Names…</source>
        <translation>筛选名字(&amp;F)…</translation>
    </message>
    <message>
        <source>Sh&amp;ow or Fold the Comments</source>
        <translation>展开或收起评论(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;in the Browser</source>
        <translation>在浏览器中打开(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the A&amp;ddress</source>
        <translation>复制网址(&amp;D)</translation>
    </message>
    <message>
        <source>The Next &amp;Answer Beside This One</source>
        <translation>在旁边显示下一个回答(&amp;A)</translation>
    </message>
    <message>
        <source>This Answer in the Other &amp;Script Beside It</source>
        <translation>在旁边对照本回答的繁简(&amp;S)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Author on the Other Side</source>
        <translation>另一边的下一位作者(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Author on the Other Side</source>
        <translation>另一边的上一位作者(&amp;V)</translation>
    </message>
    <message>
        <source>Scroll &amp;Together</source>
        <translation>两边一起滚动(&amp;T)</translation>
    </message>
    <message>
        <source>What Both &amp;Speak Of</source>
        <translation>显示共同的用词(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the &amp;Other Side</source>
        <translation>转到另一边(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close This Side</source>
        <translation>关闭这一边(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Mark Characters with a Choice</source>
        <translation>标示一简多繁的字(&amp;M)</translation>
    </message>
    <message>
        <source>Autho&amp;rs</source>
        <translation>作者栏(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>批注栏(&amp;N)</translation>
    </message>
    <message>
        <source>Wor&amp;ds</source>
        <translation>用词(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>检索栏(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>How to Save &amp;Threads</source>
        <translation>如何保存问答(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;About 百家</source>
        <translation>关于百家(&amp;A)</translation>
    </message>
    <message>
        <source>Corr&amp;ect the Conversion of the Selection…</source>
        <translation>更正所选文字的转换(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Corrections…</source>
        <translation>转换更正(&amp;C)…</translation>
    </message>
    <message>
        <source>E&amp;xport Notes…</source>
        <translation>导出批注(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Import Notes…</source>
        <translation>导入批注(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keep Notes beside the Thread</source>
        <translation>批注文件与问答文件放在一起(&amp;K)</translation>
    </message>
    <message>
        <source>Next Note witho&amp;ut a Place</source>
        <translation>下一条找不到原处的批注(&amp;U)</translation>
    </message>
    <message>
        <source>Next &amp;Possible Place</source>
        <translation>下一个可能的位置(&amp;P)</translation>
    </message>
    <message>
        <source>A&amp;ttach to the Selection</source>
        <translation>附到所选文字(&amp;T)</translation>
    </message>
    <message>
        <source>Use the Notes on the &amp;Similar Thread</source>
        <translation>沿用相似篇章的批注(&amp;S)</translation>
    </message>
    <message>
        <source>The Similar Thread Is Anothe&amp;r</source>
        <translation>相似的是另一篇(&amp;R)</translation>
    </message>
    <message>
        <source>Extend the &amp;End</source>
        <translation>结尾延长(&amp;E)</translation>
    </message>
    <message>
        <source>Sh&amp;rink the End</source>
        <translation>结尾缩短(&amp;R)</translation>
    </message>
    <message>
        <source>Extend the &amp;Beginning</source>
        <translation>开头延长(&amp;B)</translation>
    </message>
    <message>
        <source>Shrin&amp;k the Beginning</source>
        <translation>开头缩短(&amp;K)</translation>
    </message>
    <message>
        <source>Extend the End by a &amp;Word</source>
        <translation>结尾延长一词(&amp;W)</translation>
    </message>
    <message>
        <source>Shrink the End by a W&amp;ord</source>
        <translation>结尾缩短一词(&amp;O)</translation>
    </message>
    <message>
        <source>Extend the Beginning by a Wor&amp;d</source>
        <translation>开头延长一词(&amp;D)</translation>
    </message>
    <message>
        <source>Shrink the Beg&amp;inning by a Word</source>
        <translation>开头缩短一词(&amp;I)</translation>
    </message>
    <message>
        <source>Next Mark at This Plac&amp;e</source>
        <translation>此处的下一个标记(&amp;E)</translation>
    </message>
    <message>
        <source>Add the &amp;Selection to the Last Note</source>
        <translation>将所选加入刚才的批注(&amp;S)</translation>
    </message>
    <message>
        <source>Ta&amp;ke the Passage out of Its Note</source>
        <translation>将此段移出批注(&amp;K)</translation>
    </message>
    <message>
        <source>Add a Ta&amp;g…</source>
        <translation>新增标签(&amp;G)…</translation>
    </message>
    <message>
        <source>Re&amp;move a Tag…</source>
        <translation>移除标签(&amp;M)…</translation>
    </message>
    <message>
        <source>Choose All Notes L&amp;isted</source>
        <translation>选取列出的所有批注(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the &amp;Other Version</source>
        <translation>跳到另一个版本(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep Only This Version</source>
        <translation>只留这个版本(&amp;K)</translation>
    </message>
    <message>
        <source>Keep Only the O&amp;ther Version</source>
        <translation>只留另一个版本(&amp;T)</translation>
    </message>
    <message>
        <source>Keep Them as &amp;Separate Notes</source>
        <translation>都留下，各成一条(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Next Note in Two Versions</source>
        <translation>下一条有两个版本的批注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next Changed Answer</source>
        <translation>下一个变动的回答(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;What Changed in This Answer…</source>
        <translation>本篇回答改了哪些字(&amp;W)…</translation>
    </message>
    <message>
        <source>Mark All Changes as &amp;Seen</source>
        <translation>全部变动标为已看过(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back to the Newer Save</source>
        <translation>回到较新的存档(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Compare with Another Save…</source>
        <translation>与另一份存档比对(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Authors…</source>
        <translation>作者名(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;This Line Is an Author&apos;s Name</source>
        <translation>这一行是作者名(&amp;T)</translation>
    </message>
    <message>
        <source>The Name Above Is No A&amp;uthor&apos;s</source>
        <translation>上方的名字不是作者名(&amp;U)</translation>
    </message>
    <message>
        <source>Who Says &amp;What</source>
        <translation>谁说什么(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Where Keywords Stand</source>
        <translation>关键词在哪里(&amp;W)</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>共 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}, {author}</source>
        <translation>第 {number} 处，共 {count} 处，{author}</translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) listed</source>
        <translation>
            <numerusform>列出 %n 位作者</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>AnswerChangesDialog</name>
    <message>
        <source>What Changed in This Answer</source>
        <translation>本篇回答改了哪些字</translation>
    </message>
    <message>
        <source>The answer, with what came and what went</source>
        <translation>回答全文，标出增加与删去的字</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>比对中……</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>{author}, since {time}. What came is underlined, what went is struck through.</source>
        <translation>{author}，自 {time} 以来：增加的字加下划线，删去的字加删除线。</translation>
    </message>
    <message>
        <source>The earlier save is not kept any more.</source>
        <translation>较早的存档已经没有保留了。</translation>
    </message>
    <message>
        <source>came: {words}</source>
        <translation>增加：{words}</translation>
    </message>
    <message>
        <source>went: {words}</source>
        <translation>删去：{words}</translation>
    </message>
</context>
<context>
    <name>AnswerPage</name>
    <message>
        <source>Scroll bar: the page</source>
        <translation>滚动条：页面</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>尚未打开问答</translation>
    </message>
    <message>
        <source>{author}: the answer</source>
        <translation>{author}的回答</translation>
    </message>
    <message>
        <source>Open a thread, or drop a file here.</source>
        <translation>打开一篇问答，或把文件拖到这里。</translation>
    </message>
</context>
<context>
    <name>AuthorModel</name>
    <message numerus="yes">
        <source>%Ln only commented</source>
        <translation>
            <numerusform>%Ln 人只评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) gone</source>
        <translation>
            <numerusform>%Ln 个回答消失了</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未署名</translation>
    </message>
    <message numerus="yes">
        <source>wrote %Ln comment(s)</source>
        <translation>
            <numerusform>写了 %Ln 条评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 答</numerusform>
        </translation>
    </message>
    <message>
        <source>still to be read here</source>
        <translation>在这里还能读到</translation>
    </message>
    <message>
        <source>asked by {name}</source>
        <translation>{name} 提问</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s) on it</source>
        <translation>
            <numerusform>收到 %Ln 条评论</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>改过</translation>
    </message>
    <message>
        <source>gone since</source>
        <translation>已消失</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln 个新增</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited</source>
        <translation>
            <numerusform>%Ln 个改过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone since</source>
        <translation>
            <numerusform>%Ln 条消失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vote(s)</source>
        <translation>
            <numerusform>%Ln 赞同</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} votes</source>
        <translation>{number} 赞同</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 批</numerusform>
        </translation>
    </message>
    <message>
        <source>no light here</source>
        <translation>没有点亮的词</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>on the other side</source>
        <translation>在另一边</translation>
    </message>
    <message>
        <source>{term}: {places}</source>
        <translation>{term}：{places}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>AuthorTools</name>
    <message>
        <source>Filter names</source>
        <translation>筛选名字</translation>
    </message>
</context>
<context>
    <name>AuthorsDialog</name>
    <message>
        <source>Authors</source>
        <translation>作者名</translation>
    </message>
    <message>
        <source>Lines with a tick are taken for authors&apos; names. Click a line to change that.</source>
        <translation>打勾的行会当作作者名。点一下某一行，就能加上或取消。</translation>
    </message>
    <message>
        <source>Lines of the thread</source>
        <translation>这篇问答的每一行</translation>
    </message>
    <message>
        <source>As Recognised</source>
        <translation>恢复自动识别</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Part of a line</source>
        <translation>输入行里的几个字</translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln 位作者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) by you</source>
        <translation>
            <numerusform>%Ln 行由您指定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellSentences</name>
    <message>
        <source>{author} never says {term}.</source>
        <translation>{author}没有说过“{term}”。</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) do.</source>
        <translation>
            <numerusform>有 %n 位说过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{author} says {term} %n time(s), {rate} per thousand characters</source>
        <translation>
            <numerusform>{author}说了 %n 次“{term}”，每千字 {rate} 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}: {rank}.</source>
        <translation>{said}：{rank}。</translation>
    </message>
    <message numerus="yes">
        <source>{term}: %n time(s) in all</source>
        <translation>
            <numerusform>“{term}”一共 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>said by {users} of %n author(s)</source>
        <translation>
            <numerusform>%n 位作者中有 {users} 位说过</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}, {users}.</source>
        <translation>{said}，{users}。</translation>
    </message>
    <message numerus="yes">
        <source>{author} wrote %n character(s)</source>
        <translation>
            <numerusform>{author}写了 %n 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and uses {used} of these %n term(s)</source>
        <translation>
            <numerusform>这 %n 个词里用了 {used} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{wrote} {used}.</source>
        <translation>{wrote}，{used}。</translation>
    </message>
    <message>
        <source>the only one who does</source>
        <translation>只有这一位说</translation>
    </message>
    <message numerus="yes">
        <source>by that, the most of all %n</source>
        <translation>
            <numerusform>按比例来说，%n 位当中最多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the most of all %n</source>
        <translation>
            <numerusform>%n 位当中最多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no one says it more; %n other(s) say it as much</source>
        <translation>
            <numerusform>没有人说得更多，另有 %n 位一样多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) of {count} say it more</source>
        <translation>
            <numerusform>{count} 位当中有 %n 位说得更多</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartHead</name>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Back to the Page</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Keyword {term}, {places}</source>
        <translation>关键词“{term}”，{places}</translation>
    </message>
    <message>
        <source>Keyword {term}, {places}, lit</source>
        <translation>关键词“{term}”，{places}，已点亮</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in this answer</source>
        <translation>
            <numerusform>本篇 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}
Click to light it</source>
        <translation>{term}：{here}
单击点亮</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the thread</source>
        <translation>
            <numerusform>全篇 %Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}, {total}
Click to put it out</source>
        <translation>{term}：{here}，{total}
单击熄灭</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>运行命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command is called that</source>
        <translation>没有这样的命令</translation>
    </message>
    <message>
        <source>{menu}: {command}</source>
        <translation>{menu}：{command}</translation>
    </message>
</context>
<context>
    <name>Concordance</name>
    <message>
        <source>Whose words are listed</source>
        <translation>列出谁的话</translation>
    </message>
    <message>
        <source>All authors</source>
        <translation>所有作者</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>无名</translation>
    </message>
    <message>
        <source>Copy or save the lines</source>
        <translation>复制或保存各行</translation>
    </message>
    <message>
        <source>In the question and in comments as well</source>
        <translation>问题和评论也列出</translation>
    </message>
</context>
<context>
    <name>ConcordanceView</name>
    <message>
        <source>Nothing found</source>
        <translation>找不到匹配的结果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln 位作者</numerusform>
        </translation>
    </message>
    <message>
        <source>All authors</source>
        <translation>所有作者</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>语境索引</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>列出什么</translation>
    </message>
    <message>
        <source>Every place of …</source>
        <translation>列出每一处…</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>回原处</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>回到原来读到的地方</translation>
    </message>
    <message>
        <source>Whose words are listed</source>
        <translation>列出谁的话</translation>
    </message>
    <message>
        <source>Copy or save the lines</source>
        <translation>复制或保存各行</translation>
    </message>
    <message>
        <source>Close the concordance (Esc)</source>
        <translation>关闭语境索引（Esc）</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Words in the text</source>
        <translation>原文中的字词</translation>
    </message>
    <message>
        <source>Words to show</source>
        <translation>要显示的字词</translation>
    </message>
    <message>
        <source>Write down the words in the text, too.</source>
        <translation>请填写原文中的字词。</translation>
    </message>
    <message>
        <source>Write down the words to show, too.</source>
        <translation>请填写要显示的字词。</translation>
    </message>
    <message numerus="yes">
        <source>A correction can have %n character(s) on each side.</source>
        <translation>
            <numerusform>每一边最多 %n 字。</numerusform>
        </translation>
    </message>
    <message>
        <source>A correction is a part of one line, without tabs or control characters.</source>
        <translation>更正的字词须在同一行内，不能有制表符或控制字符。</translation>
    </message>
    <message>
        <source>Takes the place of: {correction}</source>
        <translation>将取代：{correction}</translation>
    </message>
    <message>
        <source>Shown at once, in this and every other thread, and kept in a file of your own.</source>
        <translation>立即生效，每篇问答都适用，并存在您自己的文件里。</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>To be shown</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>用于</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections of the Conversion</source>
        <translation>繁简转换的更正</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show the File</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>And %n more line(s).</source>
        <translation>
            <numerusform>另有 %n 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionsTable</name>
    <message>
        <source>Corrections</source>
        <translation>转换更正</translation>
    </message>
    <message>
        <source>Nothing to correct so far. Where the page shows a word wrongly, select it and press {keys}; or write it down above.</source>
        <translation>还没有更正。页面上哪个词转错了，选中后按 {keys}；也可以写在上方。</translation>
    </message>
</context>
<context>
    <name>DispersionHead</name>
    <message>
        <source>Where Keywords Stand</source>
        <translation>关键词在哪里</translation>
    </message>
    <message>
        <source>Length of the stripes</source>
        <translation>横条长度</translation>
    </message>
    <message>
        <source>Lengths to Scale</source>
        <translation>按篇幅</translation>
    </message>
    <message>
        <source>All as Long</source>
        <translation>一样长</translation>
    </message>
    <message>
        <source>Each stripe is as long as its answer is beside the longest</source>
        <translation>每条的长度，是那篇回答与最长一篇的比例</translation>
    </message>
    <message>
        <source>Where in an answer a keyword stands, whatever its length</source>
        <translation>看关键词在回答的哪一段，不论篇幅</translation>
    </message>
</context>
<context>
    <name>DispersionView</name>
    <message>
        <source>Without a name</source>
        <translation>没有名字</translation>
    </message>
    <message>
        <source>Nothing is lit. Light a keyword in the row above, or select words on the page and press L; here you then see where in each answer they stand.</source>
        <translation>还没有点亮关键词。点上面那一行的关键词，或在正文选中文字后按 L，这里就会显示它们在每篇回答里的位置。</translation>
    </message>
    <message>
        <source>Where the lit keywords stand, answer by answer</source>
        <translation>点亮的关键词在每篇回答里的位置</translation>
    </message>
</context>
<context>
    <name>DoubtTip</name>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各处</translation>
    </message>
    <message>
        <source>At this place alone</source>
        <translation>只改这一处</translation>
    </message>
    <message>
        <source>Wherever “{source}” stands, it will read “{shown}”.</source>
        <translation>凡有“{source}”之处，都作“{shown}”。</translation>
    </message>
    <message>
        <source>At {count} places, not here alone: “{source}” stands at all of them, and will read “{shown}”.</source>
        <translation>不只此处，而是 {count} 处：这些地方都有“{source}”，都会作“{shown}”。</translation>
    </message>
    <message>
        <source>At {count} places with the same characters</source>
        <translation>字相同的 {count} 处</translation>
    </message>
    <message>
        <source>“{form}” at this place: its characters, “{source}”, stand nowhere else, and will read “{shown}”.</source>
        <translation>此处作“{form}”：别处没有“{source}”这几个字，今后作“{shown}”。</translation>
    </message>
    <message>
        <source>Wherever these words stand, in all threads</source>
        <translation>所有问答中凡有这些字之处</translation>
    </message>
    <message>
        <source>E everywhere · Q next · Esc leave</source>
        <translation>E 各处 · Q 下一处 · Esc 离开</translation>
    </message>
    <message>
        <source>Doubtful place {number} of {of} in this answer</source>
        <translation>本篇回答第 {number} 处存疑，共 {of} 处</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>the character table</source>
        <translation>单字表</translation>
    </message>
    <message>
        <source>a phrase</source>
        <translation>词组表</translation>
    </message>
    <message>
        <source>the words around it</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>the Taiwan forms</source>
        <translation>台湾用字表</translation>
    </message>
    <message>
        <source>the Hong Kong forms</source>
        <translation>香港用字表</translation>
    </message>
    <message>
        <source>the table of compatibility characters</source>
        <translation>兼容字表</translation>
    </message>
    <message>
        <source>Taiwan vocabulary</source>
        <translation>台湾用词表</translation>
    </message>
    <message>
        <source>Nothing settles which: this is the usual form</source>
        <translation>没有什么能决定，这是最常用的写法</translation>
    </message>
    <message>
        <source>Settled by the name that it is in</source>
        <translation>由所在的名字决定</translation>
    </message>
    <message>
        <source>Settled by the words around it (contexts)</source>
        <translation>由上下文决定（contexts）</translation>
    </message>
    <message>
        <source>Settled by a phrase of the dictionaries</source>
        <translation>由词典里的词语决定</translation>
    </message>
    <message>
        <source>Settled by the word that it is or is in</source>
        <translation>由所在的词决定</translation>
    </message>
    <message>
        <source>By your own correction</source>
        <translation>按您的更正</translation>
    </message>
    <message>
        <source>By {rule} ({dictionary})</source>
        <translation>按{rule}（{dictionary}）</translation>
    </message>
    <message>
        <source>{words} by {rule} ({dictionary})</source>
        <translation>{words}&#x3000;按{rule}（{dictionary}）</translation>
    </message>
    <message>
        <source>{words} by Baijia: the dictionaries leave the wrong script here</source>
        <translation>{words}：百家改正，词典在这里留下了另一种字</translation>
    </message>
    <message>
        <source>{character} could also be: {forms}</source>
        <translation>{character} 也可能是：{forms}</translation>
    </message>
    <message>
        <source>This reads as it does in the original.</source>
        <translation>此处与原文相同。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Quote in the source</source>
        <translation>原文引文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起</translation>
    </message>
    <message>
        <source>End</source>
        <translation>止</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Author unnamed</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>Without a place in the text</source>
        <translation>找不到原处</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between tags</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>: </source>
        <comment>between a label and what follows</comment>
        <translation>：</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the notes</source>
        <translation>导出批注</translation>
    </message>
    <message>
        <source>Markdown text (*.md)</source>
        <translation>Markdown 文本 (*.md)</translation>
    </message>
    <message>
        <source>Web page, to read, print or import (*.html)</source>
        <translation>网页，可阅读、打印、再导入 (*.html)</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>电子表格用的表格 (*.csv)</translation>
    </message>
    <message>
        <source>Web Annotations, for other programs (*.jsonld)</source>
        <translation>Web Annotation，供其他程序使用 (*.jsonld)</translation>
    </message>
</context>
<context>
    <name>ExpressionFlaw</name>
    <message>
        <source>( has no matching )</source>
        <translation>左括号“(”缺少对应的右括号</translation>
    </message>
    <message>
        <source>) has no matching (</source>
        <translation>右括号“)”缺少对应的左括号</translation>
    </message>
    <message>
        <source>[ has no matching ]</source>
        <translation>左方括号“[”缺少对应的右方括号</translation>
    </message>
    <message>
        <source>There is nothing to repeat before * + ? or { }</source>
        <translation>* ? + 或 { } 前面缺少要重复的内容</translation>
    </message>
    <message>
        <source>The character after \ has no meaning here; write \\ for the sign itself</source>
        <translation>\ 后面的字符没有特殊含义；要找 \ 本身，请输入 \\</translation>
    </message>
    <message>
        <source>In [ ], a range must go from a lower to a higher character</source>
        <translation>[ ] 里的范围起点大于终点</translation>
    </message>
    <message>
        <source>There is no such group to refer to</source>
        <translation>引用的分组不存在</translation>
    </message>
    <message>
        <source>There is no kind of character with this name</source>
        <translation>没有这个名称的字符类别</translation>
    </message>
    <message>
        <source>What comes after (? is not understood</source>
        <translation>无法识别“(?”后面的写法</translation>
    </message>
    <message>
        <source>This is too large: there is too much repetition within repetition</source>
        <translation>表达式太大：重复之中又有太多重复</translation>
    </message>
    <message>
        <source>Stopped: this takes too long in this thread. Repeat less within what is repeated</source>
        <translation>已停止：在这篇问答里要找太久。请减少重复中的重复</translation>
    </message>
    <message>
        <source>This is not a valid regular expression</source>
        <translation>不是有效的正则表达式</translation>
    </message>
    <message>
        <source>{words} (character {number})</source>
        <translation>{words}（第 {number} 个字符）</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>edited {time}</source>
        <translation>编辑于 {time}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>{number} 楼</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upvote(s)</source>
        <translation>
            <numerusform>%Ln 赞同</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} upvotes</source>
        <translation>{number} 赞同</translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Filter notes</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Show only the notes on this answer</source>
        <translation>只显示本篇的批注</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Found: {count}</source>
        <translation>找到：{count}</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>正则</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find, in either script</source>
        <translation>查找，不分繁简</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除查找</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清除查找（Esc）</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
</context>
<context>
    <name>FoldLine</name>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln 条评论</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold the comments</source>
        <translation>收起评论</translation>
    </message>
    <message>
        <source>Show the comments</source>
        <translation>展开评论</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lit</source>
        <translation>
            <numerusform>点亮 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridHeader</name>
    <message>
        <source>Click: the authors by how much they say {term}. Double click: light it, or put it out.</source>
        <translation>单击：按谁说“{term}”较多排列作者。双击：点亮或熄灭它。</translation>
    </message>
    <message>
        <source>Click: the terms by how much {author} says them. Double click: go to what they wrote.</source>
        <translation>单击：按{author}说得多少排列词语。双击：到这位作者的回答。</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import notes</source>
        <translation>导入批注</translation>
    </message>
    <message>
        <source>Notes from “{name}”</source>
        <translation>“{name}”里的批注</translation>
    </message>
    <message>
        <source>new</source>
        <translation>条新批注</translation>
    </message>
    <message>
        <source>of these with several possible places, for you to choose</source>
        <translation>条可能在好几处，由您选定</translation>
    </message>
    <message>
        <source>changed in the file and not here: taken from the file</source>
        <translation>条在文件里改过、这里没有：以文件为准</translation>
    </message>
    <message>
        <source>changed in the file and here: both versions are kept</source>
        <translation>条两边都改过：两个版本都保留</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>条这里已有</translation>
    </message>
    <message>
        <source>on words that are not in this thread</source>
        <translation>条所批的文字不在本文中</translation>
    </message>
    <message>
        <source>left out: about no passage, or of a kind unknown here</source>
        <translation>条略过：不针对文句，或种类不明</translation>
    </message>
    <message>
        <source>Import those that are not in this thread too</source>
        <translation>不在本文中的也一并导入</translation>
    </message>
    <message>
        <source>They are listed among the notes without a place, to be put where they belong.</source>
        <translation>它们会列在找不到原处的批注里，等您放到该在的地方。</translation>
    </message>
    <message>
        <source>Nothing is changed yet. The import is one step: Undo takes it back.</source>
        <translation>尚未作任何更改。导入算一步，可以撤销。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Notes (*.json *.jsonld *.html *.htm);;All files (*)</source>
        <translation>批注 (*.json *.jsonld *.html *.htm);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>导入批注</translation>
    </message>
</context>
<context>
    <name>KeywordBar</name>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Add a keyword…</source>
        <translation>添加关键词…</translation>
    </message>
    <message>
        <source>More keywords</source>
        <translation>更多关键词</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Keyword to light</source>
        <translation>要点亮的关键词</translation>
    </message>
    <message>
        <source>Put out this light</source>
        <translation>熄灭这个关键词</translation>
    </message>
    <message>
        <source>Light this keyword</source>
        <translation>点亮这个关键词</translation>
    </message>
    <message>
        <source>Put out all lights</source>
        <translation>全部熄灭</translation>
    </message>
    <message>
        <source>Never show this word</source>
        <translation>不再显示这个词</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>合并为同一词</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>另一个词…</translation>
    </message>
    <message>
        <source>Take apart: {words}</source>
        <translation>拆开：{words}</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Light these words</source>
        <translation>点亮这些词</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>KwicModel</name>
    <message>
        <source>Without a name</source>
        <translation>无名</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Some notes could not be saved.</source>
        <translation>有些批注未能保存。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>暂不关闭</translation>
    </message>
    <message>
        <source>Close and Lose Them</source>
        <translation>关闭并丢弃</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>The darkest shade has who says the term most; each row has a scale of its own.</source>
        <translation>每行单独计算：说这个词最多的人，颜色最重。</translation>
    </message>
    <message>
        <source>The shades begin above {numbers}.</source>
        <translation>各级颜色分别从大于 {numbers} 开始。</translation>
    </message>
</context>
<context>
    <name>LightsKey</name>
    <message>
        <source>Lit: {terms}</source>
        <translation>已点亮：{terms}</translation>
    </message>
</context>
<context>
    <name>LineModel</name>
    <message>
        <source>Names</source>
        <translation>作者名</translation>
    </message>
    <message>
        <source>Could Be Names</source>
        <translation>可能是作者名</translation>
    </message>
    <message>
        <source>All Lines</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>an author&apos;s name</source>
        <translation>作者名</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>不是作者名</translation>
    </message>
    <message>
        <source>nothing below</source>
        <translation>下面没有内容</translation>
    </message>
    <message>
        <source>too long for a name</source>
        <translation>太长，不像名字</translation>
    </message>
    <message>
        <source>a name right beside it</source>
        <translation>紧挨着另一个作者名</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>您指定的</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>What can be done on the page</source>
        <translation>页面上可用的操作</translation>
    </message>
</context>
<context>
    <name>MatrixHead</name>
    <message>
        <source>Who Says What</source>
        <translation>谁说什么</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Of All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Of This Answer</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Lit</source>
        <translation>已点亮</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>每千字</translation>
    </message>
    <message>
        <source>How often each author says each term</source>
        <translation>每位作者说每个词几次</translation>
    </message>
    <message>
        <source>How often in a thousand characters: who wrote little is comparable to who wrote much</source>
        <translation>每千字说几次：写得少的人也能和写得多的人比较</translation>
    </message>
    <message>
        <source>Shades</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>by Term</source>
        <translation>逐词</translation>
    </message>
    <message>
        <source>The largest number of all has the darkest shade</source>
        <translation>全部当中最大的数字，颜色最重</translation>
    </message>
    <message>
        <source>The largest number of each term has the darkest shade: who says it most, however rare it is</source>
        <translation>每个词各自最大的数字，颜色最重：再少见的词，也看得出谁说得最多</translation>
    </message>
</context>
<context>
    <name>MatrixMenu</name>
    <message>
        <source>Show Where {author} Says {term}</source>
        <translation>列出{author}说“{term}”的地方</translation>
    </message>
    <message>
        <source>Light {term}, or Put It Out</source>
        <translation>点亮或熄灭“{term}”</translation>
    </message>
    <message>
        <source>Go to the Answer of {author}</source>
        <translation>到{author}的回答</translation>
    </message>
    <message>
        <source>Terms by How Much {author} Says Them</source>
        <translation>按{author}说得多少排列词语</translation>
    </message>
    <message>
        <source>Authors by How Much They Say {term}</source>
        <translation>按谁说“{term}”较多排列作者</translation>
    </message>
    <message>
        <source>Terms by How Much All Say Them</source>
        <translation>按大家说得多少排列词语</translation>
    </message>
    <message>
        <source>Terms by Name</source>
        <translation>按拼音排列词语</translation>
    </message>
    <message>
        <source>Authors by How Much They Say All Terms</source>
        <translation>按谁说这些词较多排列作者</translation>
    </message>
    <message>
        <source>Authors by Name</source>
        <translation>按拼音排列作者</translation>
    </message>
    <message>
        <source>As in the Thread Again</source>
        <translation>恢复原来的顺序</translation>
    </message>
    <message>
        <source>Times, or per Thousand Characters</source>
        <translation>次数或每千字</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Without a name</source>
        <translation>没有名字</translation>
    </message>
    <message>
        <source>The words of this thread could not be counted.</source>
        <translation>这个问答的词语无法统计。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>统计中…</translation>
    </message>
    <message>
        <source>No keyword is lit. Press L on a term of all answers to light it.</source>
        <translation>还没有点亮关键词。在“全部回答”的词语上按 L 就能点亮。</translation>
    </message>
    <message>
        <source>There are no terms here that tell anything.</source>
        <translation>这里没有说明什么的词语。</translation>
    </message>
    <message>
        <source>Times per thousand characters</source>
        <translation>每千字次数</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Who says what: terms by authors</source>
        <translation>谁说什么：词语与作者</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Traditional &amp;Written as in</source>
        <translation>繁体写法(&amp;W)</translation>
    </message>
    <message>
        <source>Simplified Written as &amp;in</source>
        <translation>简体写法(&amp;I)</translation>
    </message>
    <message>
        <source>This Threa&amp;d Is Written in</source>
        <translation>原文用字(&amp;D)</translation>
    </message>
    <message>
        <source>Dictio&amp;naries</source>
        <translation>词典(&amp;N)</translation>
    </message>
    <message>
        <source>Dou&amp;btful Places</source>
        <translation>存疑之处(&amp;B)</translation>
    </message>
    <message>
        <source>Chan&amp;ges since the Last Reading</source>
        <translation>上次阅读之后的变动(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;My Words and Lists</source>
        <translation>我的词与词表(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Light a List</source>
        <translation>点亮一份词表(&amp;L)</translation>
    </message>
    <message>
        <source>Several Passages and No&amp;tes</source>
        <translation>多段文字与重叠的批注(&amp;T)</translation>
    </message>
    <message>
        <source>Con&amp;cordance</source>
        <translation>语境索引(&amp;C)</translation>
    </message>
    <message>
        <source>The Same &amp;Person</source>
        <translation>同一个人(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keyboard to</source>
        <translation>键盘移到(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;My Words</source>
        <translation>我的词(&amp;M)</translation>
    </message>
    <message>
        <source>Who &amp;Wrote This</source>
        <translation>这是谁写的(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open a &amp;Shipped Thread</source>
        <translation>打开自带问答(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>Authors in &amp;Order</source>
        <translation>作者的排列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Thread</source>
        <translation>问答(&amp;T)</translation>
    </message>
    <message>
        <source>Side &amp;by Side</source>
        <translation>并排对照(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Words across Authors</source>
        <translation>各家用词(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>外观(&amp;C)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>界面语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>批注(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Beginning and End</source>
        <translation>开头与结尾(&amp;B)</translation>
    </message>
    <message>
        <source>Notes without a &amp;Place</source>
        <translation>找不到原处的批注(&amp;P)</translation>
    </message>
    <message>
        <source>No&amp;tes in Two Versions</source>
        <translation>有两个版本的批注(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Not in This Encoding</source>
        <translation>不是这种编码</translation>
    </message>
    <message>
        <source>Its File Says Who Wrote</source>
        <translation>文件自有作者信息</translation>
    </message>
    <message>
        <source>{count} in This Answer</source>
        <translation>本篇 {count} 处</translation>
    </message>
    <message>
        <source>None Yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>繁简(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ModeSwitches</name>
    <message>
        <source>Whole Word</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Only where it stands as a whole word</source>
        <translation>只找自成一词的地方</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>A regular expression, as in Python; either script will do</source>
        <translation>正则表达式，写法同 Python，不分繁简</translation>
    </message>
    <message>
        <source>Same Meaning</source>
        <translation>同义</translation>
    </message>
    <message>
        <source>With all other words for the same thing: 特朗普 and 川普</source>
        <translation>连同指同一事物的其他词一起找：特朗普、川普</translation>
    </message>
</context>
<context>
    <name>NameModel</name>
    <message>
        <source>an author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>before a title</source>
        <translation>后接称谓</translation>
    </message>
    <message>
        <source>surname and given name</source>
        <translation>姓与名</translation>
    </message>
    <message>
        <source>a foreign name</source>
        <translation>音译名</translation>
    </message>
    <message>
        <source>a place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>stands here several times</source>
        <translation>文中多次出现</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>由您加入</translation>
    </message>
    <message>
        <source>By Places</source>
        <translation>按次数</translation>
    </message>
    <message>
        <source>By Kind</source>
        <translation>按类别</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>no name, as you say</source>
        <translation>您说不是名字</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>由您选定</translation>
    </message>
</context>
<context>
    <name>NameView</name>
    <message>
        <source>Write it so in this thread</source>
        <translation>在这篇问答中如此书写</translation>
    </message>
    <message>
        <source>Go to its next place</source>
        <translation>前往下一处</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>Names</source>
        <translation>人名与地名</translation>
    </message>
    <message>
        <source>Names of the thread</source>
        <translation>这篇问答的人名与地名</translation>
    </message>
    <message>
        <source>Use Baijia&apos;s Dictionaries</source>
        <translation>改用百家词典</translation>
    </message>
    <message>
        <source>No Name</source>
        <translation>不是名字</translation>
    </message>
    <message>
        <source>As Found</source>
        <translation>按识别结果</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add the Selection</source>
        <translation>加入所选文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>名字的一部分</translation>
    </message>
    <message numerus="yes">
        <source>%Ln said by you</source>
        <translation>
            <numerusform>%Ln 个由您决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln 个名字</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for names…</source>
        <translation>正在查找名字…</translation>
    </message>
    <message>
        <source>This thread is written in traditional script, where each name is written as its writer wrote it: there is nothing to choose.</source>
        <translation>这篇问答以繁体书写，名字皆按作者所写，无须选择。</translation>
    </message>
    <message>
        <source>The dictionaries in use know nothing of names: only Baijia&apos;s write each as it is chosen here.</source>
        <translation>当前使用的词典不识别名字；只有百家词典会按这里的选择书写。</translation>
    </message>
    <message>
        <source>How names are written in traditional script. Click a form to have a name written so in this thread, or the name to go to its next place.</source>
        <translation>名字在繁体中的写法。点击写法，这篇问答即如此书写；点击名字，前往它的下一处。</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>写下批注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>标签，以空格分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>NotePlaces</name>
    <message>
        <source>Attach to {words}</source>
        <translation>附到 {words}</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message>
        <source>Edit the Note</source>
        <translation>编辑批注</translation>
    </message>
    <message>
        <source>What can be done with the note</source>
        <translation>可对批注做的操作</translation>
    </message>
    <message>
        <source>Copy the Quote</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Copy the Original Quote</source>
        <translation>复制引文原文</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>In several versions: V shows the next</source>
        <translation>有几个版本：按 V 看下一个</translation>
    </message>
    <message>
        <source>Was: {quote}</source>
        <translation>原为：{quote}</translation>
    </message>
    <message>
        <source>The text has changed since; the words were found again in another place</source>
        <translation>文字后来有改动；这些字在别处重新找到</translation>
    </message>
    <message numerus="yes">
        <source>%n possible place(s)</source>
        <translation>
            <numerusform>%n 个可能的位置</numerusform>
        </translation>
    </message>
    <message>
        <source>{places}: P shows the next, A attaches the note to it</source>
        <translation>{places}：按 P 看下一处，按 A 附上</translation>
    </message>
    <message>
        <source>Select the words it belongs to, then press A</source>
        <translation>选取所属文字，再按 A</translation>
    </message>
    <message>
        <source>Place uncertain</source>
        <translation>位置待定</translation>
    </message>
    <message>
        <source>No longer in this text</source>
        <translation>文中已无</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Show all notes</source>
        <translation>显示所有批注</translation>
    </message>
    <message>
        <source>Select a passage, then press H to highlight it or N to write a note.</source>
        <translation>选中一段文字，按 H 高亮，按 N 写批注。</translation>
    </message>
    <message>
        <source>{shown} of {count} shown</source>
        <translation>显示 {shown} 条，共 {count} 条</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Not Now (Esc)</source>
        <translation>稍后再说（Esc）</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭这条通知</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>稍后再说</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Order: {order}</source>
        <translation>排列：{order}</translation>
    </message>
</context>
<context>
    <name>PageHeading</name>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer {number} of {total}</source>
        <translation>第 {number} 答，共 {total} 答</translation>
    </message>
    <message>
        <source>{page}, at the left</source>
        <translation>{page}，左边</translation>
    </message>
    <message>
        <source>{page}, at the right</source>
        <translation>{page}，右边</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairHead</name>
    <message>
        <source>What both pages speak of</source>
        <translation>两边共同的用词</translation>
    </message>
    <message>
        <source>Put this row away: it is in the menu View, Side by Side</source>
        <translation>收起这一行；可从“查看”菜单的“并排”再打开</translation>
    </message>
    <message>
        <source>Put away what both speak of</source>
        <translation>收起共同的用词</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>One answer, twice</source>
        <translation>两边是同一个回答</translation>
    </message>
    <message>
        <source>Only {name}:</source>
        <translation>只有{name}：</translation>
    </message>
    <message>
        <source>Both:</source>
        <translation>两人都说：</translation>
    </message>
    <message>
        <source>No word in common</source>
        <translation>没有共同的用词</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>this answer</source>
        <translation>本回答</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {first} says it {times}, {second} {more}</source>
        <translation>{term}：{first}说了 {times}，{second}说了 {more}</translation>
    </message>
    <message>
        <source>{term}: {name} says it {times}, and nobody else of the two</source>
        <translation>{term}：{name}说了 {times}，另一位没有说</translation>
    </message>
</context>
<context>
    <name>PairTermButton</name>
    <message>
        <source>Click to put it out</source>
        <translation>单击熄灭</translation>
    </message>
    <message>
        <source>Click to light it</source>
        <translation>单击点亮</translation>
    </message>
    <message>
        <source>{words}, lit</source>
        <translation>{words}，已点亮</translation>
    </message>
</context>
<context>
    <name>PaneSplitter</name>
    <message>
        <source>Width of the two sides</source>
        <translation>两边的宽度</translation>
    </message>
    <message>
        <source>Drag to share out the width; double-click for two halves</source>
        <translation>拖动可调整两边的宽度；双击则两边等宽</translation>
    </message>
</context>
<context>
    <name>PastedThreads</name>
    <message>
        <source>Pasted Threads</source>
        <translation>粘贴的问答</translation>
    </message>
    <message>
        <source>Nothing yet: copy a thread in the browser, and press Ctrl+V on the page.</source>
        <translation>还没有：在浏览器里复制一篇问答，再到页面上按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Pasted threads</source>
        <translation>粘贴的问答</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{name}:</source>
        <comment>before what somebody wrote</comment>
        <translation>{name}：</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查看(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>the file “{file}” or its folder “{folder}” may not be written</source>
        <translation>没有权限写入文件“{file}”或其文件夹“{folder}”</translation>
    </message>
    <message>
        <source>the file “{file}” may not be read</source>
        <translation>没有权限读取文件“{file}”</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
        <source>the file “{file}” is gone</source>
        <translation>文件“{file}”已不在</translation>
    </message>
    <message>
        <source>the folder “{folder}” is gone</source>
        <translation>文件夹“{folder}”已不在</translation>
    </message>
    <message>
        <source>the file “{file}” is too large for this disk</source>
        <translation>文件“{file}”太大，这个磁盘放不下</translation>
    </message>
    <message>
        <source>the disk failed while at the file “{file}”</source>
        <translation>磁盘在读写文件“{file}”时出错</translation>
    </message>
    <message>
        <source>another program is using the file “{file}”</source>
        <translation>另一个程序正在使用文件“{file}”</translation>
    </message>
    <message>
        <source>the notes can&apos;t be brought into the file “{file}” without loss</source>
        <translation>写入文件“{file}”会遗失内容</translation>
    </message>
    <message>
        <source>the system says “{detail}” of the file “{file}”</source>
        <translation>系统报告文件“{file}”：{detail}</translation>
    </message>
    <message>
        <source>this program made an error; its log says more</source>
        <translation>本程序出错，详见日志</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Without a name</source>
        <translation>无名</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>This Is No Author&apos;s Name</source>
        <translation>这个名字不是作者名</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>在旁边打开</translation>
    </message>
</context>
<context>
    <name>SaveFormDialog</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Picture of shapes and words, of any size (*.svg)</source>
        <translation>矢量图，可任意放大 (*.svg)</translation>
    </message>
    <message>
        <source>Markdown text, to quote from (*.md)</source>
        <translation>Markdown 文本，便于引用 (*.md)</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>表格，供电子表格使用 (*.csv)</translation>
    </message>
</context>
<context>
    <name>SaveThreadDialog</name>
    <message>
        <source>Save the thread</source>
        <translation>保存问答</translation>
    </message>
    <message>
        <source>Web page, for any browser (*.html)</source>
        <translation>网页，任何浏览器都能打开 (*.html)</translation>
    </message>
    <message>
        <source>Book, for reading devices (*.epub)</source>
        <translation>电子书，供阅读器使用 (*.epub)</translation>
    </message>
    <message>
        <source>Markdown text (*.md)</source>
        <translation>Markdown 文本 (*.md)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>SavingHelp</name>
    <message>
        <source>How to Save Threads</source>
        <translation>如何保存问答</translation>
    </message>
    <message>
        <source>In the browser, open the answers that you want to keep, save the page with Ctrl+S (or with the extension SingleFile, which keeps the pictures), and drop the file on this window.</source>
        <translation>在浏览器里展开想留下的回答，按 Ctrl+S 保存网页（或用 SingleFile 扩展，可保留图片），再把文件拖到这个窗口。</translation>
    </message>
    <message>
        <source>Or select the question with its answers, copy them, and press Ctrl+V here: that makes a thread of its own, which you find again under File, Pasted Threads.</source>
        <translation>也可以选中问题和回答，复制后在这里按 Ctrl+V：就成为一篇问答，之后可在“文件”菜单的“粘贴的问答”里找到。</translation>
    </message>
    <message>
        <source>What other programs saved opens as it is: Markdown, PTT posts, JSON, EPUB, logs of chats, and whole folders or zips of single answers, which become one thread again.</source>
        <translation>其他程序保存的可以直接打开：Markdown、PTT 文章、JSON、EPUB、聊天记录，以及一文件一回答的文件夹或 zip，会重新合成一篇。</translation>
    </message>
</context>
<context>
    <name>ScriptChoice</name>
    <message>
        <source>The script to correct</source>
        <translation>更正用于繁体或简体</translation>
    </message>
</context>
<context>
    <name>ScriptSelector</name>
    <message>
        <source>Script</source>
        <translation>繁简</translation>
    </message>
    <message>
        <source>You said that this text is written in traditional characters</source>
        <translation>原文为繁体字（由您指定）</translation>
    </message>
    <message>
        <source>You said that this text is written in simplified characters</source>
        <translation>原文为简体字（由您指定）</translation>
    </message>
    <message>
        <source>This text has traditional and simplified characters, as detected</source>
        <translation>原文繁简混用（自动检测）</translation>
    </message>
    <message>
        <source>This text is written in traditional characters, as detected</source>
        <translation>原文为繁体字（自动检测）</translation>
    </message>
    <message>
        <source>This text is written in simplified characters, as detected</source>
        <translation>原文为简体字（自动检测）</translation>
    </message>
    <message>
        <source>This text is written in</source>
        <translation>原文用字</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>词典</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>找不到匹配的结果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln 位作者</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Search, in either script</source>
        <translation>检索，不分繁简</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Search in this answer</source>
        <translation>在本篇回答里找</translation>
    </message>
    <message>
        <source>Search in the whole thread</source>
        <translation>在整篇问答里找</translation>
    </message>
    <message>
        <source>Search in your notes, their tags and quotes</source>
        <translation>在批注、标签和引文里找</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>回原处</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>回到原来读到的地方</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is not there any more: it was moved, renamed or deleted. Open it from where it is now.</source>
        <translation>这里没有“{name}”：可能已移动、改名或删除，也可能打错了名称。</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you. Ask its owner for the right to read it, or open a copy.</source>
        <translation>您没有读取“{name}”的权限。请向所有者申请读取权限，或打开一份副本。</translation>
    </message>
    <message>
        <source>“{name}” could not be read. See whether its disk is connected, then open it again.</source>
        <translation>无法读取“{name}”。请确认所在的磁盘已连接，再打开一次。</translation>
    </message>
    <message>
        <source>“{name}” holds no text. Open another file.</source>
        <translation>“{name}”没有文字。请打开别的文件。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Save the thread as plain text and open that.</source>
        <translation>“{name}”不是文本文件。请把问答另存为纯文本再打开。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 64 MiB, too large for one thread. Split it and open a part.</source>
        <translation>“{name}”超过 64 MiB，作为一篇问答太大了。请分成几份，再打开其中一份。</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is gone. They were brought back from their second copy.</source>
        <translation>“{name}”的批注文件不见了。批注已从备份副本取回。</translation>
    </message>
    <message>
        <source>The last save of the notes on “{name}” was cut short. They were completed from their second copy.</source>
        <translation>“{name}”的批注上次保存时中断。已从备份副本补全。</translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed in two places. Both were kept, brought together in one list.</source>
        <translation>“{name}”的批注在两处都有改动。两边都已保留，合为一份。</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is damaged and could not be copied. To lose nothing, no notes can be made until you have moved {file}</source>
        <translation>“{name}”的批注文件已损坏，且无法复制。为免丢失内容，请先移走这个文件，才能再写批注：{file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” may not be read, so none can be made. See to the rights of {file}</source>
        <translation>没有读取“{name}”批注的权限，所以也不能写批注。请检查文件权限：{file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” were written by a newer version of this program. They can be read here, not changed.</source>
        <translation>“{name}”的批注由较新版本的百家写成。在这里可以阅读，不能更改。</translation>
    </message>
    <message>
        <source>Some notes on “{name}” are of a kind this version can&apos;t show. They are kept as they are, in {file}</source>
        <translation>“{name}”有些批注属于此版本无法显示的类型。已原样保留：{file}</translation>
    </message>
    <message>
        <source>The notes on this thread can be read but not changed, because their file can&apos;t be written to.</source>
        <translation>这篇问答的批注可以阅读，不能更改，因为批注文件无法写入。</translation>
    </message>
    <message>
        <source>{count} notes were given another colour.</source>
        <translation>已改 {count} 条批注的颜色。</translation>
    </message>
    <message>
        <source>{count} notes were given the tag {tag}.</source>
        <translation>已为 {count} 条批注新增标签 {tag}。</translation>
    </message>
    <message>
        <source>The tag {tag} was taken from {count} notes.</source>
        <translation>已从 {count} 条批注移除标签 {tag}。</translation>
    </message>
    <message>
        <source>The passage was added to the note on “{quote}”.</source>
        <translation>此段已加入“{quote}”的批注。</translation>
    </message>
    <message>
        <source>“{name}” has been changed by another program.</source>
        <translation>“{name}”已被其他程序修改。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are as they were at {time}, when the last backup was made: neither of their two files can be used. The backup is {file}</source>
        <translation>“{name}”的批注已还原到 {time} 的备份：两份批注文件都不能用。备份文件：{file}</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read in this encoding. Choose another.</source>
        <translation>无法以这种编码读取“{name}”。请另选一种。</translation>
    </message>
    <message>
        <source>“{name}” holds more than 10,000 files. Open the folder in it that has the threads.</source>
        <translation>“{name}”里有超过一万个文件。请打开其中存放问答的文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Unpack it first, then open the folder.</source>
        <translation>“{name}”设有密码。请先解压，再打开文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is protected against copying (DRM). Only its seller&apos;s own program can open it.</source>
        <translation>“{name}”有防复制保护（DRM），只能用销售者的程序打开。</translation>
    </message>
    <message>
        <source>“{name}” holds no file that can be opened as a thread. Open another.</source>
        <translation>“{name}”里没有能打开的问答。请打开其他文件。</translation>
    </message>
    <message>
        <source>“{name}” holds several threads. Choose one of them.</source>
        <translation>“{name}”里有好几篇问答，请选择其中一篇。</translation>
    </message>
    <message>
        <source>“{name}” is JSON in which no thread was found, or it is cut short. Save the page itself, and open that.</source>
        <translation>“{name}”是 JSON 数据，但里面找不到问答，或者文件不完整。请改为保存网页本身，再打开。</translation>
    </message>
    <message>
        <source>“{name}” was made by an office program. Save it there as plain text or as a web page, and open that.</source>
        <translation>“{name}”是文字处理或表格软件的文件。请在原程序里另存为纯文本或网页，再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a PDF. Save the web page that it was made of, or copy its text into a text file, and open that.</source>
        <translation>“{name}”是 PDF。请保存它原来的网页，或把文字复制到文本文件，再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a database of another program. Export the chat or the thread there as text, and open that.</source>
        <translation>“{name}”是别的程序的数据库。请在那个程序里把聊天记录或问答导出为文本，再打开。</translation>
    </message>
    <message>
        <source>“{name}” is a picture: its words can&apos;t be read. Save the thread as text or as a web page, and open that.</source>
        <translation>“{name}”是图片，里面的字读不出来。请把问答保存为文本或网页，再打开。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are here, read from the other of their two files. This one is larger than the program writes any; it is kept unchanged as {file}</source>
        <translation>“{name}”的批注都在，已从另一份文件读回。过大的那份已原样保留为 {file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” are here, read from the other of their two files. The damaged one is kept as {file}</source>
        <translation>“{name}”的批注都在，已从另一份文件读回。损坏的那份保留为 {file}</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}.</source>
        <translation>您上次在 {time} 读过。回答：新增 {new} 个。</translation>
    </message>
    <message>
        <source>You last read this on {time}. Answers edited: {edited}.</source>
        <translation>您上次在 {time} 读过。回答：改过 {edited} 个。</translation>
    </message>
    <message>
        <source>You last read this on {time}. Answers gone: {gone}.</source>
        <translation>您上次在 {time} 读过。回答：消失 {gone} 个。</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}; edited: {edited}.</source>
        <translation>您上次在 {time} 读过。回答：新增 {new} 个，改过 {edited} 个。</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}; gone: {gone}.</source>
        <translation>您上次在 {time} 读过。回答：新增 {new} 个，消失 {gone} 个。</translation>
    </message>
    <message>
        <source>You last read this on {time}. Answers edited: {edited}; gone: {gone}.</source>
        <translation>您上次在 {time} 读过。回答：改过 {edited} 个，消失 {gone} 个。</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}; edited: {edited}; gone: {gone}.</source>
        <translation>您上次在 {time} 读过。回答：新增 {new} 个，改过 {edited} 个，消失 {gone} 个。</translation>
    </message>
    <message>
        <source>Compared with “{name}”. New answers: {new}; edited: {edited}; gone: {gone}.</source>
        <translation>与“{name}”比对。回答：新增 {new} 条，改过 {edited} 条，已不在 {gone} 条。</translation>
    </message>
    <message>
        <source>Every answer says the same in “{name}”.</source>
        <translation>每条回答都和“{name}”里说的一样。</translation>
    </message>
    <message>
        <source>The earlier save is not kept any more.</source>
        <translation>较早的存档已经没有保留了。</translation>
    </message>
    <message>
        <source>This is an earlier save: its notes can be read here, and written in the newer one.</source>
        <translation>这是较早的存档：这里的批注只能读，要写请到较新的存档。</translation>
    </message>
    <message>
        <source>This is the earlier save that you read on {time}: {name}’s answer is gone from the newer one. Notes can be read here, not written.</source>
        <translation>这是您 {time} 读过的存档：“{name}”的回答在较新的存档里已经不在了。这里的批注只能读，不能写。</translation>
    </message>
    <message>
        <source>This is an example. Drop a saved page or a folder here, or copy a thread and press Ctrl+V.</source>
        <translation>这是一篇示例。把保存的网页或文件夹拖到这里，或复制一篇问答后按 Ctrl+V。</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy a question with its answers in the browser first.</source>
        <translation>剪贴板里没有文字。请先在浏览器里复制一个问题和它的回答。</translation>
    </message>
    <message>
        <source>What was pasted could not be kept: {reason}.</source>
        <translation>粘贴的内容无法保存：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” could not be renamed: {reason}.</source>
        <translation>“{name}”未能改名：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” could not be deleted: {reason}.</source>
        <translation>“{name}”未能删除：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” was moved to the bin.</source>
        <translation>“{name}”已移到回收站。</translation>
    </message>
    <message>
        <source>“{line}” is taken for an author&apos;s name.</source>
        <translation>已把“{line}”当作作者名。</translation>
    </message>
    <message>
        <source>“{line}” is not taken for an author&apos;s name any more. It belongs to the answer above.</source>
        <translation>“{line}”不再当作作者名，已并入上面的回答。</translation>
    </message>
    <message>
        <source>“{line}” is too long for an author&apos;s name, which has {most} characters at most.</source>
        <translation>“{line}”太长，不能当作作者名：最多 {most} 个字。</translation>
    </message>
    <message>
        <source>“{line}” is the last line: nothing stands below it that its author could have written.</source>
        <translation>“{line}”是最后一行，下面没有内容，不能当作作者名。</translation>
    </message>
    <message>
        <source>“{name}” is written {form} in this thread.</source>
        <translation>“{name}”在这篇问答中写作{form}。</translation>
    </message>
    <message>
        <source>“{name}” is taken for no name in this thread any more.</source>
        <translation>这篇问答不再把“{name}”当作名字。</translation>
    </message>
    <message>
        <source>“{name}” is written as the thread shows again.</source>
        <translation>“{name}”的写法恢复按这篇问答判断。</translation>
    </message>
    <message>
        <source>Select a name to add it: two to {most} characters on one line, without blanks around.</source>
        <translation>请选择要加入的名字：同一行的两个到 {most} 个字，前后不含空白。</translation>
    </message>
    <message>
        <source>Corrected here: {correction}.</source>
        <translation>已更正此处：{correction}。</translation>
    </message>
    <message>
        <source>Corrected everywhere: {correction}.</source>
        <translation>已更正各处：{correction}。</translation>
    </message>
    <message>
        <source>No correction shows “{words}” here without changing other words. Select more and press C.</source>
        <translation>没有更正能在此显示“{words}”而不改动其他文字。请多选几个字再按 C。</translation>
    </message>
    <message>
        <source>No doubtful place is left in this thread.</source>
        <translation>这篇问答已无存疑之处。</translation>
    </message>
    <message>
        <source>Places are doubtful only where simplified text is shown in traditional script: nothing is chosen elsewhere.</source>
        <translation>只有以繁体显示简体文字时才有存疑之处；其他情况无须选字。</translation>
    </message>
    <message>
        <source>This thread is written in traditional script: whoever wrote it chose each character.</source>
        <translation>这篇问答以繁体书写，每个字皆由作者选定。</translation>
    </message>
    <message>
        <source>Reading “{name}” …</source>
        <translation>正在读取“{name}”……</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” can&apos;t be used, and no notes were found in a second copy or a backup. It is kept unchanged as {file}</source>
        <translation>“{name}”的批注文件不能用，第二份与备份中也没有批注。文件已原样保留为 {file}</translation>
    </message>
    <message>
        <source>The note was deleted.</source>
        <translation>批注已删除。</translation>
    </message>
    <message>
        <source>{count} notes were deleted.</source>
        <translation>已删除 {count} 条批注。</translation>
    </message>
    <message>
        <source>The passage was taken out of its note.</source>
        <translation>此段已移出批注。</translation>
    </message>
    <message>
        <source>Only this version was kept.</source>
        <translation>只留下了这个版本。</translation>
    </message>
    <message>
        <source>The versions are separate notes now.</source>
        <translation>现在是各自独立的批注了。</translation>
    </message>
    <message>
        <source>Characters of “{name}” that could not be read: {count}. They are shown as �; if it all looks wrong, choose another encoding.</source>
        <translation>“{name}”有 {count} 个字符读不出来，以 � 代替。如果整篇看起来都不对，请改选其他编码。</translation>
    </message>
    <message>
        <source>Files in “{name}” that could not be read: {count}.</source>
        <translation>“{name}”里有 {count} 个文件读不出来，已略过。</translation>
    </message>
    <message>
        <source>Files in “{name}” that are larger than 64 MiB and were passed over: {count}.</source>
        <translation>“{name}”里有 {count} 个文件超过 64 MiB，已略过。</translation>
    </message>
    <message>
        <source>Files in “{name}” that are no threads, as PDF or office files, and were passed over: {count}.</source>
        <translation>“{name}”里有 {count} 个文件不是问答（如 PDF、Office 文件），已略过。</translation>
    </message>
    <message>
        <source>Files in “{name}” that were passed over: {count}. Not to be read: {unreadable}; larger than 64 MiB: {large}; no threads: {others}.</source>
        <translation>“{name}”里略过了 {count} 个文件：读不出来 {unreadable} 个，超过 64 MiB {large} 个，不是问答 {others} 个。</translation>
    </message>
    <message>
        <source>“{name}” has changed. All your notes were found again.</source>
        <translation>“{name}”有更动。所有批注都已找回原处。</translation>
    </message>
    <message>
        <source>“{name}” has changed. Notes found again: {found}; to confirm: {unsure}; no longer in the text: {lost}.</source>
        <translation>“{name}”有更动。批注已找回 {found} 条，位置待定 {unsure} 条，文中已无 {lost} 条。</translation>
    </message>
    <message>
        <source>“{name}” has changed. Notes found again: {found}; to confirm: {unsure}.</source>
        <translation>“{name}”有更动。批注已找回 {found} 条，位置待定 {unsure} 条。</translation>
    </message>
    <message>
        <source>“{name}” has changed. Notes found again: {found}; no longer in the text: {lost}.</source>
        <translation>“{name}”有更动。批注已找回 {found} 条，文中已无 {lost} 条。</translation>
    </message>
    <message>
        <source>This is much like “{other}”, which has notes ({count}). Is it the same thread? You get a copy of them.</source>
        <translation>这一篇与“{other}”很像，后者有批注（{count} 条）。是同一篇吗？批注会复制一份过来。</translation>
    </message>
    <message>
        <source>Notes copied from “{other}”: {count}. What you change in them here changes nothing there.</source>
        <translation>已从“{other}”复制批注 {count} 条；在这里怎么改，那边都不会动。</translation>
    </message>
    <message>
        <source>Notes copied from “{other}”: {count}, of which {unplaced} have no certain place here. What you change in them here changes nothing there.</source>
        <translation>已从“{other}”复制批注 {count} 条，其中 {unplaced} 条在这里位置未定；在这里怎么改，那边都不会动。</translation>
    </message>
    <message>
        <source>This has changed much since you made notes on it ({count}). Is it the same thread?</source>
        <translation>自您批注（{count} 条）以来，这一篇改动很大。还是同一篇吗？</translation>
    </message>
    <message>
        <source>There is another file of notes on this text ({count}). Is it the same thread?</source>
        <translation>这篇另有一份批注（{count} 条）。是同一篇吗？</translation>
    </message>
    <message>
        <source>This is much like “{other}”, in which you have said of lines whether they are authors&apos; names ({count}). Is it the same thread? Then that holds here too.</source>
        <translation>这一篇与“{other}”很像，您在那里指定过哪些行是作者名（{count} 行）。是同一篇吗？若是，这里也照样。</translation>
    </message>
    <message>
        <source>What you have said of lines in “{other}” holds here too now: {count}.</source>
        <translation>在“{other}”指定的作者名已用到这一篇：{count} 行。</translation>
    </message>
    <message>
        <source>This has changed much since you said of lines in it whether they are authors&apos; names ({count}). Is it the same thread?</source>
        <translation>自您指定哪些行是作者名（{count} 行）以来，这一篇改动很大。还是同一篇吗？</translation>
    </message>
    <message>
        <source>There is another file about this text, which says of lines whether they are authors&apos; names ({count}). Is it the same thread?</source>
        <translation>这篇另有一个文件，指定了哪些行是作者名（{count} 行）。是同一篇吗？</translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed elsewhere. What was changed is here now.</source>
        <translation>“{name}”的批注在别处有改动，现已并入。</translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed elsewhere. What was changed is here now; notes in several versions: {count}.</source>
        <translation>“{name}”的批注在别处有更动，已并入；有 {count} 条并存几个版本。</translation>
    </message>
    <message>
        <source>The notes on “{name}” go on in the file beside it, since other machines may use it. Other threads&apos; are kept in the data folder.</source>
        <translation>“{name}”的批注仍存于原文旁的文件，因为其他电脑可能在用；其他文章的批注则存于数据文件夹。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are kept in the data folder, because its own folder can&apos;t be written to.</source>
        <translation>“{name}”所在的文件夹无法写入，批注存于本程序的数据文件夹。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are kept in the data folder, because the file beside it has those on another thread.</source>
        <translation>“{name}”旁的文件是另一篇的批注，这一篇的批注存于本程序的数据文件夹。</translation>
    </message>
    <message>
        <source>Your notes could not be saved: {reason}. They are kept here and tried again every few seconds.</source>
        <translation>未能保存批注：{reason}。批注仍保留在此，每隔几秒会再试一次。</translation>
    </message>
    <message>
        <source>Your notes are saved, but only in one of their two copies: {reason}. The other is tried again every few seconds.</source>
        <translation>批注已存下，但两份副本只写成一份：{reason}。另一份每隔几秒会再试。</translation>
    </message>
    <message>
        <source>Your notes are not saved yet. They are kept here and tried again every few seconds.</source>
        <translation>批注尚未保存。批注仍保留在此，每隔几秒会再试一次。</translation>
    </message>
    <message>
        <source>Your notes are saved again.</source>
        <translation>批注已恢复保存。</translation>
    </message>
    <message>
        <source>No link is here, and the file doesn’t say where this stands on the web.</source>
        <translation>这里没有链接，文件也没有说这段话在网上的位置。</translation>
    </message>
    <message>
        <source>“{term}” is nowhere in this thread.</source>
        <translation>这篇问答里没有“{term}”。</translation>
    </message>
    <message>
        <source>“{term}” has no line left: all {count} lights are lit. Put out one of them first.</source>
        <translation>“{term}”没有线可用了：{count} 盏灯全亮着，请先熄掉一盏。</translation>
    </message>
    <message>
        <source>The keywords could not be found. Reading and notes go on; you can add keywords yourself.</source>
        <translation>未能找出关键词。阅读和批注不受影响；您也可以自行添加关键词。</translation>
    </message>
    <message>
        <source>The dictionaries of the conversion are missing or damaged. Install the app anew to flip the script.</source>
        <translation>繁简转换的词典缺失或损坏。请重新安装本程序，才能切换繁简。</translation>
    </message>
    <message>
        <source>This script could not be made ready. Try again; reading and notes go on.</source>
        <translation>无法备妥这种字形，请再试一次。阅读和批注不受影响。</translation>
    </message>
    <message>
        <source>No file manager answered. The file is at {file}</source>
        <translation>文件管理器没有响应。文件位置：{file}</translation>
    </message>
    <message>
        <source>That is not a file on this computer. Save it first, then drop the file.</source>
        <translation>那不是这台电脑上的文件。请先保存，再把文件拖进来。</translation>
    </message>
    <message>
        <source>Took back a step on the note on “{quote}”.</source>
        <translation>已撤销“{quote}”批注的一步操作。</translation>
    </message>
    <message>
        <source>Made a step on the note on “{quote}” again.</source>
        <translation>已重做“{quote}”批注的一步操作。</translation>
    </message>
    <message>
        <source>Took back what was written in the note on “{quote}”.</source>
        <translation>已撤销“{quote}”批注中写下的文字。</translation>
    </message>
    <message>
        <source>Wrote again what had been taken back in the note on “{quote}”.</source>
        <translation>已重新写回“{quote}”批注中的文字。</translation>
    </message>
    <message>
        <source>Took back the tags of the note on “{quote}”.</source>
        <translation>已撤销“{quote}”批注的标签。</translation>
    </message>
    <message>
        <source>The tags of the note on “{quote}” are there again.</source>
        <translation>“{quote}”批注的标签又回来了。</translation>
    </message>
    <message>
        <source>Took back a step on {count} notes.</source>
        <translation>已撤销 {count} 条批注的一步操作。</translation>
    </message>
    <message>
        <source>Made a step on {count} notes again.</source>
        <translation>已重做 {count} 条批注的一步操作。</translation>
    </message>
    <message>
        <source>Took back {count} notes that were copied here. Where they come from, they stay.</source>
        <translation>已撤回复制过来的批注 {count} 条；原来那一篇的仍在。</translation>
    </message>
    <message>
        <source>Copied {count} notes here again.</source>
        <translation>已重新复制批注 {count} 条过来。</translation>
    </message>
    <message>
        <source>Took back the correction {correction}.</source>
        <translation>已撤回更正：{correction}。</translation>
    </message>
    <message>
        <source>Made the correction {correction} again.</source>
        <translation>更正再次生效：{correction}。</translation>
    </message>
    <message>
        <source>The deleted correction {correction} is back.</source>
        <translation>已找回删除的更正：{correction}。</translation>
    </message>
    <message>
        <source>Deleted the correction {correction} again.</source>
        <translation>已再次删除更正：{correction}。</translation>
    </message>
    <message>
        <source>Took back that the similar thread is another one.</source>
        <translation>已撤销：相似篇章不再视为另一篇。</translation>
    </message>
    <message>
        <source>The similar thread is another one again.</source>
        <translation>相似篇章再次视为另一篇。</translation>
    </message>
    <message>
        <source>Took back what you said of the line “{line}”: whether it is an author&apos;s name.</source>
        <translation>已撤销您对“{line}”这一行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>What you said of the line “{line}” holds again: whether it is an author&apos;s name.</source>
        <translation>已重做您对“{line}”这一行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>Took back a step on {count} lines: whether they are authors&apos; names.</source>
        <translation>已撤销您对 {count} 行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>Made a step on {count} lines again: whether they are authors&apos; names.</source>
        <translation>已重做您对 {count} 行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>Took back what you said of the name “{name}”.</source>
        <translation>已撤销您对名字“{name}”的决定。</translation>
    </message>
    <message>
        <source>What you said of the name “{name}” holds again.</source>
        <translation>您对名字“{name}”的决定再次生效。</translation>
    </message>
    <message>
        <source>Took back what you said of {count} names.</source>
        <translation>已撤销您对 {count} 个名字的决定。</translation>
    </message>
    <message>
        <source>What you said of {count} names holds again.</source>
        <translation>您对 {count} 个名字的决定再次生效。</translation>
    </message>
    <message>
        <source>Took back that these words are one: {words}</source>
        <translation>已撤销同义词：{words}</translation>
    </message>
    <message>
        <source>These words are as you had them again: {words}</source>
        <translation>已重做同义词：{words}</translation>
    </message>
    <message>
        <source>“{words}” is no word of yours any more.</source>
        <translation>“{words}”不再是您的自定义词。</translation>
    </message>
    <message>
        <source>“{words}” is kept together again.</source>
        <translation>“{words}”又是一个词了。</translation>
    </message>
    <message>
        <source>“{words}” can be a keyword again.</source>
        <translation>“{words}”又可以当关键词了。</translation>
    </message>
    <message>
        <source>“{words}” is no keyword again.</source>
        <translation>“{words}”又不当关键词了。</translation>
    </message>
    <message>
        <source>Took back a step on the word list “{words}”.</source>
        <translation>已撤销词表“{words}”的一步。</translation>
    </message>
    <message>
        <source>Made a step on the word list “{words}” again.</source>
        <translation>已重做词表“{words}”的一步。</translation>
    </message>
    <message>
        <source>Took back your choice of what this thread is written in.</source>
        <translation>已撤销您对原文用字的选择。</translation>
    </message>
    <message>
        <source>Your choice of what this thread is written in holds again.</source>
        <translation>您对原文用字的选择再次生效。</translation>
    </message>
    <message>
        <source>The thread was saved as “{name}”. In plain text, comments are paragraphs of the answer, and pictures are left out; a web page, EPUB or Markdown keeps both.</source>
        <translation>问答已保存为“{name}”。纯文本里的评论会变成回答的段落，图片不在其中；存成网页、EPUB 或 Markdown 则都保留。</translation>
    </message>
    <message>
        <source>The thread was saved as “{name}”.</source>
        <translation>问答已保存为“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>已保存“{name}”。</translation>
    </message>
    <message>
        <source>The file could not be saved: {reason}. Try another folder; nothing was changed here.</source>
        <translation>无法保存文件：{reason}。请换一个文件夹试试；这里的内容没有变动。</translation>
    </message>
    <message>
        <source>The thread could not be saved: {reason}.</source>
        <translation>无法保存问答：{reason}。</translation>
    </message>
    <message>
        <source>The lines were saved as “{name}”.</source>
        <translation>各行已保存为“{name}”。</translation>
    </message>
    <message>
        <source>The lines could not be saved: {reason}.</source>
        <translation>各行无法保存：{reason}。</translation>
    </message>
    <message>
        <source>There are no notes on this thread to export yet.</source>
        <translation>这篇还没有批注可以导出。</translation>
    </message>
    <message>
        <source>The notes were exported to “{name}”.</source>
        <translation>批注已导出到“{name}”。</translation>
    </message>
    <message>
        <source>The notes could not be exported: {reason}. Try another folder; nothing was changed here.</source>
        <translation>无法导出批注：{reason}。请换一个文件夹；这里没有任何更改。</translation>
    </message>
    <message>
        <source>The notes from “{name}” are here.</source>
        <translation>“{name}”的批注已导入。</translation>
    </message>
    <message>
        <source>“{name}” holds nothing that is not here already.</source>
        <translation>“{name}”里的批注这里都已有了。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>无法读取“{name}”：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 64 MiB, too large for a file of notes.</source>
        <translation>“{name}”超过 64 MiB，不会是批注文件。</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or not a file of notes. Export it again from where it came from.</source>
        <translation>“{name}”已损坏，或不是批注文件。请从原来的程序重新导出。</translation>
    </message>
    <message>
        <source>“{name}” holds no notes. Notes come from this app, Hypothesis, or as W3C Web Annotations.</source>
        <translation>“{name}”里没有批注。可导入的是本程序、Hypothesis 或 W3C Web Annotation 的批注。</translation>
    </message>
    <message>
        <source>“{name}” only says where its notes are. Download those and import them.</source>
        <translation>“{name}”只写了批注在何处。请下载那些批注再导入。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read back: tables and Markdown are for people and other programs. Import the web page, JSON or Web Annotations instead.</source>
        <translation>“{name}”无法导回：表格与 Markdown 只供阅读或其他程序使用。请改为导入网页、JSON 或 Web Annotations。</translation>
    </message>
    <message>
        <source>“{name}” holds no notes on passages of a text.</source>
        <translation>“{name}”里没有针对文句的批注。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Look at Them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Compare Them</source>
        <translation>去看版本</translation>
    </message>
    <message>
        <source>Use the Notes</source>
        <translation>沿用批注</translation>
    </message>
    <message>
        <source>Show the File</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Add a Keyword</source>
        <translation>添加关键词</translation>
    </message>
    <message>
        <source>Put Out All</source>
        <translation>全部熄灭</translation>
    </message>
    <message>
        <source>Export Again…</source>
        <translation>重新导出…</translation>
    </message>
    <message>
        <source>Import Another…</source>
        <translation>导入其他文件…</translation>
    </message>
    <message>
        <source>Show Traditional</source>
        <translation>显示繁体</translation>
    </message>
    <message>
        <source>Corrections…</source>
        <translation>转换更正…</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation>编码…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save Again…</source>
        <translation>重新保存…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save the Lines Again…</source>
        <translation>重新保存各行…</translation>
    </message>
    <message>
        <source>Another Thread</source>
        <translation>不是同一篇</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: no arrow parts the words in the text from yours.</source>
        <translation>更正文件第 {line} 行已略过：原文和更正之间没有箭头。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: there are no words before the arrow.</source>
        <translation>更正文件第 {line} 行已略过：箭头前面没有字。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: there are no words after the arrow.</source>
        <translation>更正文件第 {line} 行已略过：箭头后面没有字。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: it is longer than a correction can be.</source>
        <translation>更正文件第 {line} 行已略过：字词太长。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: a tab or a control character is among the words.</source>
        <translation>更正文件第 {line} 行已略过：字词中有制表符或控制字符。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: what stands last is neither 繁 nor 简.</source>
        <translation>更正文件第 {line} 行已略过：最后写的不是“繁”，也不是“简”。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: line {later} says otherwise for the same words.</source>
        <translation>更正文件第 {line} 行已略过：同样的字词以第 {later} 行为准。</translation>
    </message>
    <message>
        <source>Your corrections are not in use: their file is larger than 1 MB. Shorten {file}</source>
        <translation>更正未能使用：文件超过 1 MB。请缩短 {file}</translation>
    </message>
    <message>
        <source>Your corrections are not in use: their file is not in UTF-8. Save it anew as UTF-8: {file}</source>
        <translation>更正未能使用：文件不是 UTF-8 编码。请另存为 UTF-8：{file}</translation>
    </message>
    <message>
        <source>Your corrections are not in use: their file can&apos;t be read. See to the rights of {file}</source>
        <translation>更正未能使用：文件无法读取。请检查权限：{file}</translation>
    </message>
    <message>
        <source>Your corrections are not in use: in the place of their file is something else. Move away {file}</source>
        <translation>更正未能使用：该放更正文件的地方不是文件。请移走：{file}</translation>
    </message>
    <message>
        <source>{count} lines of your corrections are left out, the first is line {line}.</source>
        <translation>更正文件有 {count} 行已略过，第一处在第 {line} 行。</translation>
    </message>
    <message>
        <source>Nothing was changed: your file of corrections says otherwise about “{correction}” by now.</source>
        <translation>未作改动：更正文件中关于“{correction}”的内容已经改过了。</translation>
    </message>
    <message>
        <source>There is no room for one more correction: their file may have 1 MB at most. Shorten {file}</source>
        <translation>无法再加更正：文件最大 1 MB。请缩短 {file}</translation>
    </message>
    <message>
        <source>The correction was not made, for it could not be saved: {reason}.</source>
        <translation>更正未生效，因为无法保存：{reason}。</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>How to Save Threads</source>
        <translation>如何保存问答</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>Show What Changed</source>
        <translation>看改了哪些字</translation>
    </message>
    <message>
        <source>Mark as Seen</source>
        <translation>标为已看过</translation>
    </message>
    <message>
        <source>Back to the Newer Save</source>
        <translation>回到较新的存档</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: it has only one word, or the same one twice.</source>
        <translation>{name} 第 {line} 行略过：只有一个词，或同一个词写了两次。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: a word there has fewer than two characters.</source>
        <translation>{name} 第 {line} 行略过：有词不到两个字。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: a word there has more than 60 characters.</source>
        <translation>{name} 第 {line} 行略过：有词超过 60 个字。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: a tab or a control character is among the words.</source>
        <translation>{name} 第 {line} 行略过：词里有制表符或控制字符。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: what stands behind ≠ has none of the words in it and more.</source>
        <translation>{name} 第 {line} 行略过：≠ 之后须是包含其中一词的更长的词。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: the list has no name.</source>
        <translation>{name} 第 {line} 行略过：词表没有名称。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: no name of a list in brackets stands above it.</source>
        <translation>{name} 第 {line} 行略过：上方没有方括号里的词表名称。</translation>
    </message>
    <message>
        <source>{name} is not in use: it is larger than 1 MB. Shorten {file}</source>
        <translation>{name} 未被采用：超过 1 MB，请缩短 {file}</translation>
    </message>
    <message>
        <source>{name} is not in use: it has more than {most} lines. Shorten {file}</source>
        <translation>{name} 没有采用：超过 {most} 行，请缩短 {file}</translation>
    </message>
    <message>
        <source>{name} is not in use: it is not in UTF-8. Save it anew as UTF-8: {file}</source>
        <translation>{name} 未被采用：不是 UTF-8，请另存为 UTF-8：{file}</translation>
    </message>
    <message>
        <source>{name} is not in use: it can&apos;t be read. See to the rights of {file}</source>
        <translation>{name} 未被采用：无法读取，请检查权限：{file}</translation>
    </message>
    <message>
        <source>{name} is not in use: in its place is something else. Move away {file}</source>
        <translation>{name} 未被采用：那里是别的东西，请移开 {file}</translation>
    </message>
    <message>
        <source>{count} lines of {name} are left out, the first is line {line}.</source>
        <translation>{name} 有 {count} 行略过，第一处是第 {line} 行。</translation>
    </message>
    <message>
        <source>Nothing was changed: {name} says otherwise by now.</source>
        <translation>没有更改：{name} 现在已另有内容。</translation>
    </message>
    <message>
        <source>There is no room for more: 1 MB is the most. Shorten {file}</source>
        <translation>放不下了：最多 1 MB，请缩短 {file}</translation>
    </message>
    <message>
        <source>There is no room for more: {name} can have {most} lines. Shorten {file}</source>
        <translation>放不下了：{name} 最多 {most} 行，请缩短 {file}</translation>
    </message>
    <message>
        <source>Nothing was changed, for {name} could not be saved: {reason}.</source>
        <translation>没有更改，因为 {name} 无法保存：{reason}。</translation>
    </message>
    <message>
        <source>“{term}” and “{other}” are one from now on, in every thread.</source>
        <translation>“{term}”和“{other}”从此当作同一个词，每篇问答都是。</translation>
    </message>
    <message>
        <source>“{term}” and “{other}” are one already.</source>
        <translation>“{term}”和“{other}”本来就是同一个词。</translation>
    </message>
    <message>
        <source>“{term}” and “{other}” can&apos;t be made one: each needs 2 to 60 characters, without “=”.</source>
        <translation>“{term}”和“{other}”不能合并：各须 2 到 60 个字，不能有“=”。</translation>
    </message>
    <message>
        <source>These words are each by itself again: {words}</source>
        <translation>这些词又各是各的了：{words}</translation>
    </message>
    <message>
        <source>“{term}” is one word from now on, in every thread.</source>
        <translation>“{term}”从此是一个词，每篇问答都是。</translation>
    </message>
    <message>
        <source>“{term}” is never shown as a keyword from now on.</source>
        <translation>“{term}”从此不当关键词。</translation>
    </message>
    <message>
        <source>“{term}” can&apos;t be a word of yours: it needs 2 to 60 characters on one line.</source>
        <translation>“{term}”不能当自定义词：须 2 到 60 个字，写在一行里。</translation>
    </message>
    <message>
        <source>The word list “{list}” is saved.</source>
        <translation>词表“{list}”已保存。</translation>
    </message>
    <message>
        <source>The word list is called “{list}” now.</source>
        <translation>词表改名为“{list}”。</translation>
    </message>
    <message>
        <source>The word list “{list}” is deleted.</source>
        <translation>词表“{list}”已删除。</translation>
    </message>
    <message>
        <source>“{list}” can&apos;t be the name of a word list: it is empty, too long, has brackets, or is taken.</source>
        <translation>“{list}”不能当词表名称：为空、太长、有方括号，或已有同名的。</translation>
    </message>
    <message>
        <source>Only what {name} says is in ink, {count} answers and comments, and their name. Esc shows all.</source>
        <translation>只有{name}说的是墨色，共 {count} 则，名字被提到的地方也是。按 Esc 恢复。</translation>
    </message>
    <message>
        <source>Lit {lit} of {count} words of “{list}”; the others are not here.</source>
        <translation>“{list}”的 {count} 个词点亮了 {lit} 个，其余这里没有。</translation>
    </message>
    <message>
        <source>No word of “{list}” is in this thread.</source>
        <translation>这篇问答里没有“{list}”的词。</translation>
    </message>
    <message>
        <source>Lit {lit} words of “{list}”. There are no more lines: {count} lights are the most.</source>
        <translation>点亮了“{list}”的 {lit} 个词。线用完了：最多 {count} 盏灯。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>The question and its authors</source>
        <translation>问题与各位作者</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Open a thread, or drop a file on this window.</source>
        <translation>打开一篇问答，或把文件拖到这个窗口。</translation>
    </message>
    <message>
        <source>An earlier save</source>
        <translation>较早的存档</translation>
    </message>
    <message numerus="yes">
        <source>%Ln author(s)</source>
        <translation>
            <numerusform>%Ln 位作者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 条回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln 条评论</numerusform>
        </translation>
    </message>
    <message>
        <source>What can be done with the author</source>
        <translation>对这位作者可以做的事</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 条批注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SortHeads</name>
    <message>
        <source>Sort the lines; in them, the left and right arrows do</source>
        <translation>排列各行；在各行里也可以按左右键</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Sort by author</source>
        <translation>按作者排列</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前文</translation>
    </message>
    <message>
        <source>Sort by what stands before</source>
        <translation>按前文排列</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Sort by place in the thread</source>
        <translation>按在问答中的位置排列</translation>
    </message>
    <message>
        <source>After</source>
        <translation>后文</translation>
    </message>
    <message>
        <source>Sort by what stands after</source>
        <translation>按后文排列</translation>
    </message>
</context>
<context>
    <name>SpokenNames</name>
    <message>
        <source>Scroll bar: {what}</source>
        <translation>滚动条：{what}</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>更多菜单</translation>
    </message>
    <message>
        <source>Width of the authors</source>
        <translation>作者栏宽度</translation>
    </message>
    <message>
        <source>Width of the panel</source>
        <translation>侧栏宽度</translation>
    </message>
    <message>
        <source>Height of what is below</source>
        <translation>下栏高度</translation>
    </message>
</context>
<context>
    <name>StripeSentences</name>
    <message numerus="yes">
        <source>{term} %n time(s)</source>
        <translation>
            <numerusform>{term} %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>都没有</translation>
    </message>
    <message>
        <source>{author}: {said}</source>
        <translation>{author}：{said}</translation>
    </message>
    <message>
        <source>{term}, {number} of {count}, {author}</source>
        <translation>{term}，{count} 之 {number}，{author}</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Add a Tag</source>
        <translation>新增标签</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>标签，以空格分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags to add to %n note(s):</source>
        <translation>
            <numerusform>为 %n 条批注新增标签：</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加上</translation>
    </message>
</context>
<context>
    <name>TermMenu</name>
    <message>
        <source>What can be done with the term</source>
        <translation>可以对这个词做的事</translation>
    </message>
    <message>
        <source>Put Out This Light</source>
        <translation>熄灭这个词</translation>
    </message>
    <message>
        <source>Light This Term</source>
        <translation>点亮这个词</translation>
    </message>
    <message>
        <source>Go to Its Next Place</source>
        <translation>前往下一处</translation>
    </message>
    <message>
        <source>List Its Places</source>
        <translation>列出每一处</translation>
    </message>
    <message>
        <source>Never Show This Word</source>
        <translation>不再显示这个词</translation>
    </message>
    <message>
        <source>Merge With</source>
        <translation>合并为同一词</translation>
    </message>
    <message>
        <source>Another Word…</source>
        <translation>另一个词…</translation>
    </message>
    <message>
        <source>Take Apart: {words}</source>
        <translation>拆开：{words}</translation>
    </message>
</context>
<context>
    <name>TermModel</name>
    <message>
        <source>What it is about</source>
        <translation>谈的是什么</translation>
    </message>
    <message>
        <source>What sets this author apart</source>
        <translation>这位作者与众不同的用词</translation>
    </message>
    <message>
        <source>May set this author apart (few uses)</source>
        <translation>也许与众不同（次数少）</translation>
    </message>
    <message>
        <source>Words that this answer has often and Chinese texts in general seldom.</source>
        <translation>本篇回答里常见、而一般中文里少见的词。</translation>
    </message>
    <message>
        <source>Words that this author has more often than all others together, by more than chance would have it (log-likelihood G², p &lt; 0.05).</source>
        <translation>这位作者用得比其他人合起来更多的词，而且不只是偶然（对数似然 G²，p &lt; 0.05）。</translation>
    </message>
    <message>
        <source>Words that this author has more often than the others; a few uses prove nothing.</source>
        <translation>这位作者用得比其他人多的词；但只有几次，还不能证明什么。</translation>
    </message>
</context>
<context>
    <name>TermWording</name>
    <message numerus="yes">
        <source>%Ln time(s) in this one</source>
        <translation>
            <numerusform>本篇 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in this one</source>
        <translation>本篇没有</translation>
    </message>
    <message>
        <source>{share} times in a thousand characters of this author</source>
        <translation>这位作者每千字 {share} 次</translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) in this answer</source>
        <translation>
            <numerusform>本篇 %Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <translation>
            <numerusform>共 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>in {some} of {all} answers</source>
        <translation>见于 {all} 个回答中的 {some} 个</translation>
    </message>
    <message>
        <source>lit</source>
        <translation>已点亮</translation>
    </message>
    <message>
        <source>{term} stands in no answer</source>
        <translation>没有回答用到“{term}”</translation>
    </message>
    <message numerus="yes">
        <source>{term} stands %Ln time(s) in {some} of {all} answers</source>
        <translation>
            <numerusform>“{term}”共 %Ln 次，见于 {all} 个回答中的 {some} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No other author uses it</source>
        <translation>其他作者都没有用</translation>
    </message>
    <message>
        <source>About as often as the others</source>
        <translation>和其他作者差不多</translation>
    </message>
    <message>
        <source>{times} times as often as the others</source>
        <translation>是其他作者的 {times} 倍</translation>
    </message>
    <message>
        <source>{share} % as often as the others</source>
        <translation>是其他作者的 {share}%</translation>
    </message>
    <message>
        <source>More than chance would have it (G² = {score})</source>
        <translation>不只是偶然（G² = {score}）</translation>
    </message>
    <message>
        <source>Too seldom to say that it isn&apos;t chance (G² = {score})</source>
        <translation>次数太少，也可能是偶然（G² = {score}）</translation>
    </message>
</context>
<context>
    <name>ThreadChooser</name>
    <message>
        <source>Choose a Thread</source>
        <translation>选择问答</translation>
    </message>
    <message numerus="yes">
        <source>There are %n thread(s) here:</source>
        <translation>
            <numerusform>这里有 %n 篇问答：</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of the question</source>
        <translation>问题的一部分</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>问答</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 个回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln 条评论</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UntagDialog</name>
    <message>
        <source>Remove a Tag</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>Tag to remove from %n note(s):</source>
        <translation>
            <numerusform>从 %n 条批注移除标签：</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>去掉</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Threads (*.txt *.md *.text *.html *.htm *.mhtml *.mht *.epub *.json *.zip);;All files (*)</source>
        <translation>问答 (*.txt *.md *.text *.html *.htm *.mhtml *.mht *.epub *.json *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a thread</source>
        <translation>打开问答</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Compare with another save</source>
        <translation>与另一份存档比对</translation>
    </message>
    <message>
        <source>Name of the list of these words: {words}</source>
        <translation>这些词的词表名称：{words}</translation>
    </message>
    <message>
        <source>Save a Word List</source>
        <translation>保存词表</translation>
    </message>
    <message>
        <source>New name of the word list “{name}”:</source>
        <translation>词表“{name}”的新名称：</translation>
    </message>
    <message>
        <source>Rename a Word List</source>
        <translation>重命名词表</translation>
    </message>
    <message>
        <source>Which word is one with “{word}”?</source>
        <translation>哪个词和“{word}”是同一个词？</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>合并为同一词…</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>好</translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message>
        <source>Words</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>谁的用词</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Enter lights a term, Space goes to its next place, I lists all its places</source>
        <translation>按 Enter 点亮，按空格键前往下一处，按 I 列出每一处</translation>
    </message>
    <message>
        <source>Filter terms</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>排列顺序</translation>
    </message>
    <message>
        <source>Open a thread to see which words its authors use.</source>
        <translation>打开一篇问答，就能看到各位作者用了哪些词。</translation>
    </message>
    <message>
        <source>Counting the words of all authors…</source>
        <translation>正在统计所有作者的用词…</translation>
    </message>
    <message>
        <source>The words of this thread could not be counted.</source>
        <translation>这篇问答的用词无法统计。</translation>
    </message>
    <message>
        <source>No word is lit. Select one on the page and press L, or click the ring before a term.</source>
        <translation>没有点亮的词。在页面上选中一个词后按 L，或点一下词前面的圆圈。</translation>
    </message>
    <message>
        <source>No term holds these words. Press Esc to see all again.</source>
        <translation>没有符合的词。按 Esc 恢复全部。</translation>
    </message>
    <message>
        <source>There are too few words here to tell which matter.</source>
        <translation>这里字数太少，看不出哪些词重要。</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>This Answer</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>All Answers</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Lit</source>
        <translation>已点亮</translation>
    </message>
    <message>
        <source>Most telling first</source>
        <translation>最能说明内容的在前</translation>
    </message>
    <message>
        <source>Most frequent first</source>
        <translation>次数最多的在前</translation>
    </message>
    <message>
        <source>Most uneven first (G²)</source>
        <translation>最不平均的在前（G²）</translation>
    </message>
    <message>
        <source>Used by most authors first</source>
        <translation>最多作者用的在前</translation>
    </message>
</context>
</TS>
