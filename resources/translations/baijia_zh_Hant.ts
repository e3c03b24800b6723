<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hant" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About 百家</source>
        <translation>關於百家</translation>
    </message>
    <message>
        <source>The app&apos;s icon</source>
        <translation>本程式的圖示</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>A reader for one question and many people&apos;s answers.</source>
        <translation>細讀一個問題，與眾人的回答。</translation>
    </message>
    <message>
        <source>Converts with OpenCC&apos;s dictionaries, finds words with jieba, is set in Noto Serif (OFL).</source>
        <translation>繁簡轉換用 OpenCC 詞典，斷詞用 jieba，內文用 Noto Serif 字型（OFL 授權）。</translation>
    </message>
    <message>
        <source>Your notes stay on this computer, in {folder}</source>
        <translation>批註只存放在這部電腦：{folder}</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Gamboge (Yellow)</source>
        <translation>藤黃（黃）</translation>
    </message>
    <message>
        <source>Malachite (Green)</source>
        <translation>石綠（綠）</translation>
    </message>
    <message>
        <source>Indigo (Blue)</source>
        <translation>花青（藍）</translation>
    </message>
    <message>
        <source>Rouge (Pink)</source>
        <translation>胭脂（粉紅）</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>標示(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>寫批註(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除批註(&amp;D)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Annotation</source>
        <translation>下一則批註(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Annotation</source>
        <translation>上一則批註(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Save the Lit Words as a List…</source>
        <translation>把亮著的詞存成詞表(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Merge the Selection with Another Word…</source>
        <translation>把選取的詞與另一詞合併(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Keep These Words Together</source>
        <translation>這幾字是一個詞(&amp;K)</translation>
    </message>
    <message>
        <source>Show the File of &amp;Concepts</source>
        <translation>顯示同義詞的檔案(&amp;C)</translation>
    </message>
    <message>
        <source>Show the File of &amp;Words Kept Together</source>
        <translation>顯示自訂詞的檔案(&amp;W)</translation>
    </message>
    <message>
        <source>Show the File of Words &amp;Never Shown</source>
        <translation>顯示停用詞的檔案(&amp;N)</translation>
    </message>
    <message>
        <source>Show the File of Word &amp;Lists</source>
        <translation>顯示詞表的檔案(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light Up the Selection</source>
        <translation>點亮選取的詞(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Add a Keyword…</source>
        <translation>加關鍵字(&amp;A)…</translation>
    </message>
    <message>
        <source>Put &amp;Out All Keywords</source>
        <translation>熄滅所有關鍵字(&amp;O)</translation>
    </message>
    <message>
        <source>Next Key&amp;word Place</source>
        <translation>下一處關鍵字(&amp;W)</translation>
    </message>
    <message>
        <source>Previous Keyword Pla&amp;ce</source>
        <translation>上一處關鍵字(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>Open F&amp;older…</source>
        <translation>開啟資料夾(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste as a Thread</source>
        <translation>貼上為問答(&amp;P)</translation>
    </message>
    <message>
        <source>Paste&amp;d Threads…</source>
        <translation>貼上的問答(&amp;D)…</translation>
    </message>
    <message>
        <source>Other &amp;Threads in the Folder…</source>
        <translation>資料夾裡的其他問答(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Cancel Opening</source>
        <translation>停止開啟(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新載入(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save Thread As…</source>
        <translation>問答另存為(&amp;S)…</translation>
    </message>
    <message>
        <source>Show &amp;Notes in the File Manager</source>
        <translation>在檔案管理員中顯示批註檔(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Ori&amp;ginal</source>
        <translation>複製原文(&amp;G)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全選(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>尋找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find All &amp;Like This</source>
        <translation>找出所有出處(&amp;L)</translation>
    </message>
    <message>
        <source>Close the Concor&amp;dance</source>
        <translation>關閉語境索引(&amp;D)</translation>
    </message>
    <message>
        <source>Copy the Lines as &amp;Markdown</source>
        <translation>以 Markdown 複製各行(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the Lines as a &amp;Table (CSV)</source>
        <translation>以表格（CSV）複製各行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save the Lines As…</source>
        <translation>各行另存為…(&amp;S)</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>找下一個(&amp;X)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>找上一個(&amp;V)</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>臺灣</translation>
    </message>
    <message>
        <source>Taiwan, with Its Vocabulary</source>
        <translation>臺灣（連同用詞）</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>OpenCC Standard (喫, 羣, 裏)</source>
        <translation>OpenCC 標準（喫、羣、裏）</translation>
    </message>
    <message>
        <source>Mainland</source>
        <translation>大陸</translation>
    </message>
    <message>
        <source>Mainland, with Its Vocabulary</source>
        <translation>大陸（連同用詞）</translation>
    </message>
    <message>
        <source>From Hong Kong Text</source>
        <translation>由香港繁體轉換</translation>
    </message>
    <message>
        <source>OpenCC Standard (看著)</source>
        <translation>OpenCC 標準（看著）</translation>
    </message>
    <message>
        <source>Baijia (Default)</source>
        <translation>百家（預設）</translation>
    </message>
    <message>
        <source>opencc-python</source>
        <translation>opencc-python</translation>
    </message>
    <message>
        <source>&amp;Next Doubtful Place</source>
        <translation>下一處存疑(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Doubtful Place</source>
        <translation>上一處存疑(&amp;P)</translation>
    </message>
    <message>
        <source>Na&amp;mes…</source>
        <translation>人名與地名(&amp;M)…</translation>
    </message>
    <message>
        <source>This Is a Na&amp;me…</source>
        <translation>這是人名或地名(&amp;M)…</translation>
    </message>
    <message>
        <source>OpenCC 1.4</source>
        <translation>OpenCC 1.4</translation>
    </message>
    <message>
        <source>&amp;Flip the Script</source>
        <translation>切換繁簡(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原文(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Traditional</source>
        <translation>繁體(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Simplified</source>
        <translation>簡體(&amp;S)</translation>
    </message>
    <message>
        <source>As &amp;Detected</source>
        <translation>自動偵測(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Traditional Characters</source>
        <translation>繁體字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Simplified Characters</source>
        <translation>簡體字(&amp;S)</translation>
    </message>
    <message>
        <source>E&amp;xplain the Conversion Here</source>
        <translation>說明此處的轉換(&amp;X)</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Next from the &amp;Same Person</source>
        <translation>同一人說的下一則(&amp;S)</translation>
    </message>
    <message>
        <source>Previous &amp;from the Same Person</source>
        <translation>同一人說的上一則(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the &amp;Authors</source>
        <translation>移到作者列(&amp;A)</translation>
    </message>
    <message>
        <source>Go to the &amp;Page</source>
        <translation>移到內文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>縮小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Usual Text Si&amp;ze</source>
        <translation>還原文字大小(&amp;Z)</translation>
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
        <translation>只看此人說的(&amp;O)</translation>
    </message>
    <message>
        <source>Go to the Not&amp;es</source>
        <translation>移到批註欄(&amp;E)</translation>
    </message>
    <message>
        <source>As in the &amp;Thread</source>
        <translation>依原文順序(&amp;T)</translation>
    </message>
    <message>
        <source>Most &amp;Votes First</source>
        <translation>贊同多的在前(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Newest First</source>
        <translation>新的在前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Longest First</source>
        <translation>長的在前(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Every Thread in This Order</source>
        <translation>每篇問答都照此排列(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;All Posts of an Author Together</source>
        <translation>同一人的回答放在一起(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Filter Names…</source>
        <translation>篩選名字(&amp;F)…</translation>
    </message>
    <message>
        <source>Sh&amp;ow or Fold the Comments</source>
        <translation>展開或收合評論(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;in the Browser</source>
        <translation>在瀏覽器中開啟(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the A&amp;ddress</source>
        <translation>複製網址(&amp;D)</translation>
    </message>
    <message>
        <source>The Next &amp;Answer Beside This One</source>
        <translation>在旁邊顯示下一個回答(&amp;A)</translation>
    </message>
    <message>
        <source>This Answer in the Other &amp;Script Beside It</source>
        <translation>在旁邊對照本回答的繁簡(&amp;S)</translation>
    </message>
    <message>
        <source>Ne&amp;xt Author on the Other Side</source>
        <translation>另一邊的下一位作者(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Author on the Other Side</source>
        <translation>另一邊的上一位作者(&amp;V)</translation>
    </message>
    <message>
        <source>Scroll &amp;Together</source>
        <translation>兩邊一起捲動(&amp;T)</translation>
    </message>
    <message>
        <source>What Both &amp;Speak Of</source>
        <translation>顯示共同的用詞(&amp;S)</translation>
    </message>
    <message>
        <source>Go to the &amp;Other Side</source>
        <translation>移到另一邊(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close This Side</source>
        <translation>關閉這一邊(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Mark Characters with a Choice</source>
        <translation>標示一簡多繁的字(&amp;M)</translation>
    </message>
    <message>
        <source>Autho&amp;rs</source>
        <translation>作者列(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>批註欄(&amp;N)</translation>
    </message>
    <message>
        <source>Wor&amp;ds</source>
        <translation>用詞(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;earch</source>
        <translation>檢索欄(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全螢幕(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快速鍵(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>指令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>How to Save &amp;Threads</source>
        <translation>如何儲存問答(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;About 百家</source>
        <translation>關於百家(&amp;A)</translation>
    </message>
    <message>
        <source>Corr&amp;ect the Conversion of the Selection…</source>
        <translation>更正選取文字的轉換(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Corrections…</source>
        <translation>轉換更正(&amp;C)…</translation>
    </message>
    <message>
        <source>E&amp;xport Notes…</source>
        <translation>匯出批註(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Import Notes…</source>
        <translation>匯入批註(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keep Notes beside the Thread</source>
        <translation>批註檔與問答檔放在一起(&amp;K)</translation>
    </message>
    <message>
        <source>Next Note witho&amp;ut a Place</source>
        <translation>下一則找不到原處的批註(&amp;U)</translation>
    </message>
    <message>
        <source>Next &amp;Possible Place</source>
        <translation>下一個可能的位置(&amp;P)</translation>
    </message>
    <message>
        <source>A&amp;ttach to the Selection</source>
        <translation>附到所選文字(&amp;T)</translation>
    </message>
    <message>
        <source>Use the Notes on the &amp;Similar Thread</source>
        <translation>沿用相似篇章的批註(&amp;S)</translation>
    </message>
    <message>
        <source>The Similar Thread Is Anothe&amp;r</source>
        <translation>相似的是另一篇(&amp;R)</translation>
    </message>
    <message>
        <source>Extend the &amp;End</source>
        <translation>結尾延長(&amp;E)</translation>
    </message>
    <message>
        <source>Sh&amp;rink the End</source>
        <translation>結尾縮短(&amp;R)</translation>
    </message>
    <message>
        <source>Extend the &amp;Beginning</source>
        <translation>開頭延長(&amp;B)</translation>
    </message>
    <message>
        <source>Shrin&amp;k the Beginning</source>
        <translation>開頭縮短(&amp;K)</translation>
    </message>
    <message>
        <source>Extend the End by a &amp;Word</source>
        <translation>結尾延長一詞(&amp;W)</translation>
    </message>
    <message>
        <source>Shrink the End by a W&amp;ord</source>
        <translation>結尾縮短一詞(&amp;O)</translation>
    </message>
    <message>
        <source>Extend the Beginning by a Wor&amp;d</source>
        <translation>開頭延長一詞(&amp;D)</translation>
    </message>
    <message>
        <source>Shrink the Beg&amp;inning by a Word</source>
        <translation>開頭縮短一詞(&amp;I)</translation>
    </message>
    <message>
        <source>Next Mark at This Plac&amp;e</source>
        <translation>此處的下一個標記(&amp;E)</translation>
    </message>
    <message>
        <source>Add the &amp;Selection to the Last Note</source>
        <translation>將所選加入剛才的批註(&amp;S)</translation>
    </message>
    <message>
        <source>Ta&amp;ke the Passage out of Its Note</source>
        <translation>將此段移出批註(&amp;K)</translation>
    </message>
    <message>
        <source>Add a Ta&amp;g…</source>
        <translation>新增標籤(&amp;G)…</translation>
    </message>
    <message>
        <source>Re&amp;move a Tag…</source>
        <translation>移除標籤(&amp;M)…</translation>
    </message>
    <message>
        <source>Choose All Notes L&amp;isted</source>
        <translation>選取列出的所有批註(&amp;I)</translation>
    </message>
    <message>
        <source>Go to the &amp;Other Version</source>
        <translation>跳到另一個版本(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep Only This Version</source>
        <translation>只留這個版本(&amp;K)</translation>
    </message>
    <message>
        <source>Keep Only the O&amp;ther Version</source>
        <translation>只留另一個版本(&amp;T)</translation>
    </message>
    <message>
        <source>Keep Them as &amp;Separate Notes</source>
        <translation>都留下，各成一則(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Next Note in Two Versions</source>
        <translation>下一則有兩個版本的批註(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next Changed Answer</source>
        <translation>下一則變動的回答(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;What Changed in This Answer…</source>
        <translation>本篇回答改了哪些字(&amp;W)…</translation>
    </message>
    <message>
        <source>Mark All Changes as &amp;Seen</source>
        <translation>全部變動標為已看過(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back to the Newer Save</source>
        <translation>回到較新的存檔(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Compare with Another Save…</source>
        <translation>與另一份存檔比對(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Authors…</source>
        <translation>作者名(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;This Line Is an Author&apos;s Name</source>
        <translation>這一行是作者名(&amp;T)</translation>
    </message>
    <message>
        <source>The Name Above Is No A&amp;uthor&apos;s</source>
        <translation>上方的名字不是作者名(&amp;U)</translation>
    </message>
    <message>
        <source>Who Says &amp;What</source>
        <translation>誰說什麼(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Where Keywords Stand</source>
        <translation>關鍵字在哪裡(&amp;W)</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>共 %n 處</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}, {author}</source>
        <translation>第 {number} 處，共 {count} 處，{author}</translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) listed</source>
        <translation>
            <numerusform>列出 %n 位作者</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已收合</translation>
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
        <translation>回答全文，標出增加與刪去的字</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>比對中……</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未具名</translation>
    </message>
    <message>
        <source>{author}, since {time}. What came is underlined, what went is struck through.</source>
        <translation>{author}，自 {time} 以來：增加的字加底線，刪去的字加刪除線。</translation>
    </message>
    <message>
        <source>The earlier save is not kept any more.</source>
        <translation>較早的存檔已經沒有保留了。</translation>
    </message>
    <message>
        <source>came: {words}</source>
        <translation>增加：{words}</translation>
    </message>
    <message>
        <source>went: {words}</source>
        <translation>刪去：{words}</translation>
    </message>
</context>
<context>
    <name>AnswerPage</name>
    <message>
        <source>Scroll bar: the page</source>
        <translation>捲軸：頁面</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>尚未開啟問答</translation>
    </message>
    <message>
        <source>{author}: the answer</source>
        <translation>{author}的回答</translation>
    </message>
    <message>
        <source>Open a thread, or drop a file here.</source>
        <translation>開啟一篇問答，或把檔案拖到這裡。</translation>
    </message>
</context>
<context>
    <name>AuthorModel</name>
    <message numerus="yes">
        <source>%Ln only commented</source>
        <translation>
            <numerusform>%Ln 人只評論</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) gone</source>
        <translation>
            <numerusform>%Ln 則回答消失了</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未具名</translation>
    </message>
    <message numerus="yes">
        <source>wrote %Ln comment(s)</source>
        <translation>
            <numerusform>寫了 %Ln 則評論</numerusform>
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
        <translation>在這裡還讀得到</translation>
    </message>
    <message>
        <source>asked by {name}</source>
        <translation>{name} 提問</translation>
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
            <numerusform>收到 %Ln 則評論</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>改過</translation>
    </message>
    <message>
        <source>gone since</source>
        <translation>已消失</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln 則新增</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edited</source>
        <translation>
            <numerusform>%Ln 則改過</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone since</source>
        <translation>
            <numerusform>%Ln 則消失</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vote(s)</source>
        <translation>
            <numerusform>%Ln 贊同</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} votes</source>
        <translation>{number} 贊同</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 批</numerusform>
        </translation>
    </message>
    <message>
        <source>no light here</source>
        <translation>沒有亮的詞</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) found</source>
        <translation>
            <numerusform>找到 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>on the other side</source>
        <translation>在另一邊</translation>
    </message>
    <message>
        <source>{term}: {places}</source>
        <translation>{term}：{places}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收合</translation>
    </message>
</context>
<context>
    <name>AuthorTools</name>
    <message>
        <source>Filter names</source>
        <translation>篩選名字</translation>
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
        <translation>打勾的行會當作作者名。點一下某一行，就能加上或取消。</translation>
    </message>
    <message>
        <source>Lines of the thread</source>
        <translation>這篇問答的每一行</translation>
    </message>
    <message>
        <source>As Recognised</source>
        <translation>恢復自動辨識</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Part of a line</source>
        <translation>輸入行裡的幾個字</translation>
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
        <translation>{author}沒有說過「{term}」。</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) do.</source>
        <translation>
            <numerusform>有 %n 位說過。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{author} says {term} %n time(s), {rate} per thousand characters</source>
        <translation>
            <numerusform>{author}說了 %n 次「{term}」，每千字 {rate} 次</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}: {rank}.</source>
        <translation>{said}：{rank}。</translation>
    </message>
    <message numerus="yes">
        <source>{term}: %n time(s) in all</source>
        <translation>
            <numerusform>「{term}」一共 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>said by {users} of %n author(s)</source>
        <translation>
            <numerusform>%n 位作者中有 {users} 位說過</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}, {users}.</source>
        <translation>{said}，{users}。</translation>
    </message>
    <message numerus="yes">
        <source>{author} wrote %n character(s)</source>
        <translation>
            <numerusform>{author}寫了 %n 字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and uses {used} of these %n term(s)</source>
        <translation>
            <numerusform>這 %n 個詞裡用了 {used} 個</numerusform>
        </translation>
    </message>
    <message>
        <source>{wrote} {used}.</source>
        <translation>{wrote}，{used}。</translation>
    </message>
    <message>
        <source>the only one who does</source>
        <translation>只有這一位說</translation>
    </message>
    <message numerus="yes">
        <source>by that, the most of all %n</source>
        <translation>
            <numerusform>以比例來說，%n 位當中最多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the most of all %n</source>
        <translation>
            <numerusform>%n 位當中最多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no one says it more; %n other(s) say it as much</source>
        <translation>
            <numerusform>沒有人說得更多，另有 %n 位一樣多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) of {count} say it more</source>
        <translation>
            <numerusform>{count} 位當中有 %n 位說得更多</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartHead</name>
    <message>
        <source>Save As…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Back to the Page</source>
        <translation>回到內文</translation>
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
            <numerusform>%Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>Keyword {term}, {places}</source>
        <translation>關鍵字「{term}」，{places}</translation>
    </message>
    <message>
        <source>Keyword {term}, {places}, lit</source>
        <translation>關鍵字「{term}」，{places}，已點亮</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) in this answer</source>
        <translation>
            <numerusform>本篇 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}
Click to light it</source>
        <translation>{term}：{here}
按一下點亮</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the thread</source>
        <translation>
            <numerusform>全篇 %Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>{term}: {here}, {total}
Click to put it out</source>
        <translation>{term}：{here}，{total}
按一下熄滅</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>執行指令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>No command is called that</source>
        <translation>沒有這樣的指令</translation>
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
        <translation>列出誰的話</translation>
    </message>
    <message>
        <source>All authors</source>
        <translation>所有作者</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>無名</translation>
    </message>
    <message>
        <source>Copy or save the lines</source>
        <translation>複製或儲存各行</translation>
    </message>
    <message>
        <source>In the question and in comments as well</source>
        <translation>問題和評論也列出</translation>
    </message>
</context>
<context>
    <name>ConcordanceView</name>
    <message>
        <source>Nothing found</source>
        <translation>找不到符合的結果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 處</numerusform>
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
        <translation>語境索引</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>列出什麼</translation>
    </message>
    <message>
        <source>Every place of …</source>
        <translation>列出每一處…</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>出處</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>回原處</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>回到原來讀到的地方</translation>
    </message>
    <message>
        <source>Whose words are listed</source>
        <translation>列出誰的話</translation>
    </message>
    <message>
        <source>Copy or save the lines</source>
        <translation>複製或儲存各行</translation>
    </message>
    <message>
        <source>Close the concordance (Esc)</source>
        <translation>關閉語境索引（Esc）</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Words in the text</source>
        <translation>原文的字詞</translation>
    </message>
    <message>
        <source>Words to show</source>
        <translation>要顯示的字詞</translation>
    </message>
    <message>
        <source>Write down the words in the text, too.</source>
        <translation>請填寫原文的字詞。</translation>
    </message>
    <message>
        <source>Write down the words to show, too.</source>
        <translation>請填寫要顯示的字詞。</translation>
    </message>
    <message numerus="yes">
        <source>A correction can have %n character(s) on each side.</source>
        <translation>
            <numerusform>每一邊最多 %n 字。</numerusform>
        </translation>
    </message>
    <message>
        <source>A correction is a part of one line, without tabs or control characters.</source>
        <translation>更正的字詞須在同一行內，不能有 Tab 或控制字元。</translation>
    </message>
    <message>
        <source>Takes the place of: {correction}</source>
        <translation>將取代：{correction}</translation>
    </message>
    <message>
        <source>Shown at once, in this and every other thread, and kept in a file of your own.</source>
        <translation>立即生效，每篇問答都適用，並存在您自己的檔案裡。</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Traditional</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>兩者</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>To be shown</source>
        <translation>顯示為</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>用於</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections of the Conversion</source>
        <translation>繁簡轉換的更正</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show the File</source>
        <translation>顯示檔案</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
        <translation>轉換更正</translation>
    </message>
    <message>
        <source>Nothing to correct so far. Where the page shows a word wrongly, select it and press {keys}; or write it down above.</source>
        <translation>還沒有更正。頁面上哪個詞轉錯了，選取後按 {keys}；也可以寫在上方。</translation>
    </message>
</context>
<context>
    <name>DispersionHead</name>
    <message>
        <source>Where Keywords Stand</source>
        <translation>關鍵字在哪裡</translation>
    </message>
    <message>
        <source>Length of the stripes</source>
        <translation>橫條長度</translation>
    </message>
    <message>
        <source>Lengths to Scale</source>
        <translation>依篇幅</translation>
    </message>
    <message>
        <source>All as Long</source>
        <translation>一樣長</translation>
    </message>
    <message>
        <source>Each stripe is as long as its answer is beside the longest</source>
        <translation>每條的長度，是那篇回答與最長一篇的比例</translation>
    </message>
    <message>
        <source>Where in an answer a keyword stands, whatever its length</source>
        <translation>看關鍵字在回答的哪一段，不論篇幅</translation>
    </message>
</context>
<context>
    <name>DispersionView</name>
    <message>
        <source>Without a name</source>
        <translation>沒有名字</translation>
    </message>
    <message>
        <source>Nothing is lit. Light a keyword in the row above, or select words on the page and press L; here you then see where in each answer they stand.</source>
        <translation>還沒有點亮關鍵字。點上面那一列的關鍵字，或在內文選取文字後按 L，這裡就會顯示它們在每篇回答裡的位置。</translation>
    </message>
    <message>
        <source>Where the lit keywords stand, answer by answer</source>
        <translation>點亮的關鍵字在每篇回答裡的位置</translation>
    </message>
</context>
<context>
    <name>DoubtTip</name>
    <message>
        <source>Here</source>
        <translation>這裡</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各處</translation>
    </message>
    <message>
        <source>At this place alone</source>
        <translation>只改這一處</translation>
    </message>
    <message>
        <source>Wherever “{source}” stands, it will read “{shown}”.</source>
        <translation>凡有「{source}」之處，都作「{shown}」。</translation>
    </message>
    <message>
        <source>At {count} places, not here alone: “{source}” stands at all of them, and will read “{shown}”.</source>
        <translation>不只此處，而是 {count} 處：這些地方都有「{source}」，都會作「{shown}」。</translation>
    </message>
    <message>
        <source>At {count} places with the same characters</source>
        <translation>字相同的 {count} 處</translation>
    </message>
    <message>
        <source>“{form}” at this place: its characters, “{source}”, stand nowhere else, and will read “{shown}”.</source>
        <translation>此處作「{form}」：別處沒有「{source}」這幾個字，今後作「{shown}」。</translation>
    </message>
    <message>
        <source>Wherever these words stand, in all threads</source>
        <translation>所有問答中凡有這些字之處</translation>
    </message>
    <message>
        <source>E everywhere · Q next · Esc leave</source>
        <translation>E 各處 · Q 下一處 · Esc 離開</translation>
    </message>
    <message>
        <source>Doubtful place {number} of {of} in this answer</source>
        <translation>本篇回答第 {number} 處存疑，共 {of} 處</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>the character table</source>
        <translation>單字表</translation>
    </message>
    <message>
        <source>a phrase</source>
        <translation>詞組表</translation>
    </message>
    <message>
        <source>the words around it</source>
        <translation>前後文</translation>
    </message>
    <message>
        <source>the Taiwan forms</source>
        <translation>臺灣用字表</translation>
    </message>
    <message>
        <source>the Hong Kong forms</source>
        <translation>香港用字表</translation>
    </message>
    <message>
        <source>the table of compatibility characters</source>
        <translation>相容字表</translation>
    </message>
    <message>
        <source>Taiwan vocabulary</source>
        <translation>臺灣用詞表</translation>
    </message>
    <message>
        <source>Nothing settles which: this is the usual form</source>
        <translation>沒有什麼能決定，這是最常用的寫法</translation>
    </message>
    <message>
        <source>Settled by the name that it is in</source>
        <translation>由所在的名字決定</translation>
    </message>
    <message>
        <source>Settled by the words around it (contexts)</source>
        <translation>由前後文決定（contexts）</translation>
    </message>
    <message>
        <source>Settled by a phrase of the dictionaries</source>
        <translation>由詞典裡的詞語決定</translation>
    </message>
    <message>
        <source>Settled by the word that it is or is in</source>
        <translation>由所在的詞決定</translation>
    </message>
    <message>
        <source>By your own correction</source>
        <translation>依您的更正</translation>
    </message>
    <message>
        <source>By {rule} ({dictionary})</source>
        <translation>依{rule}（{dictionary}）</translation>
    </message>
    <message>
        <source>{words} by {rule} ({dictionary})</source>
        <translation>{words}&#x3000;依{rule}（{dictionary}）</translation>
    </message>
    <message>
        <source>{words} by Baijia: the dictionaries leave the wrong script here</source>
        <translation>{words}：百家改正，詞典在這裡留下了另一種字</translation>
    </message>
    <message>
        <source>{character} could also be: {forms}</source>
        <translation>{character} 也可能是：{forms}</translation>
    </message>
    <message>
        <source>This reads as it does in the original.</source>
        <translation>此處與原文相同。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Question</source>
        <translation>問題</translation>
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
        <translation>批註</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>建立</translation>
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
        <translation>迄</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Author unnamed</source>
        <translation>未具名</translation>
    </message>
    <message>
        <source>Without a place in the text</source>
        <translation>找不到原處</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 則批註</numerusform>
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
        <translation>匯出批註</translation>
    </message>
    <message>
        <source>Markdown text (*.md)</source>
        <translation>Markdown 文字 (*.md)</translation>
    </message>
    <message>
        <source>Web page, to read, print or import (*.html)</source>
        <translation>網頁，可閱讀、列印、再匯入 (*.html)</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>試算表用的表格 (*.csv)</translation>
    </message>
    <message>
        <source>Web Annotations, for other programs (*.jsonld)</source>
        <translation>Web Annotation，供其他程式使用 (*.jsonld)</translation>
    </message>
</context>
<context>
    <name>ExpressionFlaw</name>
    <message>
        <source>( has no matching )</source>
        <translation>左括號「(」缺少對應的右括號</translation>
    </message>
    <message>
        <source>) has no matching (</source>
        <translation>右括號「)」缺少對應的左括號</translation>
    </message>
    <message>
        <source>[ has no matching ]</source>
        <translation>左方括號「[」缺少對應的右方括號</translation>
    </message>
    <message>
        <source>There is nothing to repeat before * + ? or { }</source>
        <translation>* ? + 或 { } 前面缺少要重複的內容</translation>
    </message>
    <message>
        <source>The character after \ has no meaning here; write \\ for the sign itself</source>
        <translation>\ 後面的字元沒有特殊意義；要找 \ 本身，請輸入 \\</translation>
    </message>
    <message>
        <source>In [ ], a range must go from a lower to a higher character</source>
        <translation>[ ] 裡的範圍起點大於終點</translation>
    </message>
    <message>
        <source>There is no such group to refer to</source>
        <translation>引用的群組不存在</translation>
    </message>
    <message>
        <source>There is no kind of character with this name</source>
        <translation>沒有這個名稱的字元類別</translation>
    </message>
    <message>
        <source>What comes after (? is not understood</source>
        <translation>無法辨識「(?」後面的寫法</translation>
    </message>
    <message>
        <source>This is too large: there is too much repetition within repetition</source>
        <translation>運算式太大：重複之中又有太多重複</translation>
    </message>
    <message>
        <source>Stopped: this takes too long in this thread. Repeat less within what is repeated</source>
        <translation>已停止：在這篇問答裡要找太久。請減少重複中的重複</translation>
    </message>
    <message>
        <source>This is not a valid regular expression</source>
        <translation>不是有效的正規表示式</translation>
    </message>
    <message>
        <source>{words} (character {number})</source>
        <translation>{words}（第 {number} 個字元）</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>edited {time}</source>
        <translation>編輯於 {time}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>{number} 樓</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upvote(s)</source>
        <translation>
            <numerusform>%Ln 贊同</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} upvotes</source>
        <translation>{number} 贊同</translation>
    </message>
</context>
<context>
    <name>FilterStrip</name>
    <message>
        <source>Filter notes</source>
        <translation>篩選批註</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Show only the notes on this answer</source>
        <translation>只顯示本篇的批註</translation>
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
        <translation>整詞</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>正規</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Find, in either script</source>
        <translation>尋找，不分繁簡</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除尋找</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清除尋找（Esc）</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一處</translation>
    </message>
</context>
<context>
    <name>FoldLine</name>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln 則評論</numerusform>
        </translation>
    </message>
    <message>
        <source>Fold the comments</source>
        <translation>收合評論</translation>
    </message>
    <message>
        <source>Show the comments</source>
        <translation>展開評論</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 則批註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lit</source>
        <translation>
            <numerusform>點亮 %Ln 處</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 處</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridHeader</name>
    <message>
        <source>Click: the authors by how much they say {term}. Double click: light it, or put it out.</source>
        <translation>按一下：依誰說「{term}」較多排列作者。按兩下：點亮或熄掉它。</translation>
    </message>
    <message>
        <source>Click: the terms by how much {author} says them. Double click: go to what they wrote.</source>
        <translation>按一下：依{author}說得多少排列詞語。按兩下：到這位作者的回答。</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import notes</source>
        <translation>匯入批註</translation>
    </message>
    <message>
        <source>Notes from “{name}”</source>
        <translation>「{name}」裡的批註</translation>
    </message>
    <message>
        <source>new</source>
        <translation>則新批註</translation>
    </message>
    <message>
        <source>of these with several possible places, for you to choose</source>
        <translation>則可能在好幾處，由您選定</translation>
    </message>
    <message>
        <source>changed in the file and not here: taken from the file</source>
        <translation>則在檔案裡改過、這裡沒有：以檔案為準</translation>
    </message>
    <message>
        <source>changed in the file and here: both versions are kept</source>
        <translation>則兩邊都改過：兩個版本都保留</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>則這裡已有</translation>
    </message>
    <message>
        <source>on words that are not in this thread</source>
        <translation>則所批的文字不在本文中</translation>
    </message>
    <message>
        <source>left out: about no passage, or of a kind unknown here</source>
        <translation>則略過：不針對文句，或種類不明</translation>
    </message>
    <message>
        <source>Import those that are not in this thread too</source>
        <translation>不在本文中的也一併匯入</translation>
    </message>
    <message>
        <source>They are listed among the notes without a place, to be put where they belong.</source>
        <translation>它們會列在找不到原處的批註裡，等您放到該在的地方。</translation>
    </message>
    <message>
        <source>Nothing is changed yet. The import is one step: Undo takes it back.</source>
        <translation>尚未作任何更動。匯入算一步，可以復原。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Notes (*.json *.jsonld *.html *.htm);;All files (*)</source>
        <translation>批註 (*.json *.jsonld *.html *.htm);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>匯入批註</translation>
    </message>
</context>
<context>
    <name>KeywordBar</name>
    <message>
        <source>Keywords</source>
        <translation>關鍵字</translation>
    </message>
    <message>
        <source>Add a keyword…</source>
        <translation>加關鍵字…</translation>
    </message>
    <message>
        <source>More keywords</source>
        <translation>更多關鍵字</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>關鍵字</translation>
    </message>
    <message>
        <source>Keyword to light</source>
        <translation>要點亮的關鍵字</translation>
    </message>
    <message>
        <source>Put out this light</source>
        <translation>熄滅這個關鍵字</translation>
    </message>
    <message>
        <source>Light this keyword</source>
        <translation>點亮這個關鍵字</translation>
    </message>
    <message>
        <source>Put out all lights</source>
        <translation>全部熄滅</translation>
    </message>
    <message>
        <source>Never show this word</source>
        <translation>不再顯示這個詞</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>合併為同一詞</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>另一個詞…</translation>
    </message>
    <message>
        <source>Take apart: {words}</source>
        <translation>拆開：{words}</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>詞表</translation>
    </message>
    <message>
        <source>Light these words</source>
        <translation>點亮這些詞</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>KwicModel</name>
    <message>
        <source>Without a name</source>
        <translation>無名</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Some notes could not be saved.</source>
        <translation>有些批註未能儲存。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>先不關閉</translation>
    </message>
    <message>
        <source>Close and Lose Them</source>
        <translation>關閉並捨棄</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>The darkest shade has who says the term most; each row has a scale of its own.</source>
        <translation>每列各自計算：說這個詞最多的人，顏色最重。</translation>
    </message>
    <message>
        <source>The shades begin above {numbers}.</source>
        <translation>各級顏色分別從大於 {numbers} 開始。</translation>
    </message>
</context>
<context>
    <name>LightsKey</name>
    <message>
        <source>Lit: {terms}</source>
        <translation>已點亮：{terms}</translation>
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
        <translation>下面沒有內容</translation>
    </message>
    <message>
        <source>too long for a name</source>
        <translation>太長，不像名字</translation>
    </message>
    <message>
        <source>a name right beside it</source>
        <translation>緊鄰另一個作者名</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>問題</translation>
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
        <translation>頁面上可用的操作</translation>
    </message>
</context>
<context>
    <name>MatrixHead</name>
    <message>
        <source>Who Says What</source>
        <translation>誰說什麼</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>詞語</translation>
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
        <translation>已點亮</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>每千字</translation>
    </message>
    <message>
        <source>How often each author says each term</source>
        <translation>每位作者說每個詞幾次</translation>
    </message>
    <message>
        <source>How often in a thousand characters: who wrote little is comparable to who wrote much</source>
        <translation>每千字說幾次：寫得少的人也能和寫得多的人比較</translation>
    </message>
    <message>
        <source>Shades</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>整體</translation>
    </message>
    <message>
        <source>by Term</source>
        <translation>逐詞</translation>
    </message>
    <message>
        <source>The largest number of all has the darkest shade</source>
        <translation>全部當中最大的數字，顏色最重</translation>
    </message>
    <message>
        <source>The largest number of each term has the darkest shade: who says it most, however rare it is</source>
        <translation>每個詞各自最大的數字，顏色最重：再少見的詞，也看得出誰說得最多</translation>
    </message>
</context>
<context>
    <name>MatrixMenu</name>
    <message>
        <source>Show Where {author} Says {term}</source>
        <translation>列出{author}說「{term}」的地方</translation>
    </message>
    <message>
        <source>Light {term}, or Put It Out</source>
        <translation>點亮或熄掉「{term}」</translation>
    </message>
    <message>
        <source>Go to the Answer of {author}</source>
        <translation>到{author}的回答</translation>
    </message>
    <message>
        <source>Terms by How Much {author} Says Them</source>
        <translation>依{author}說得多少排列詞語</translation>
    </message>
    <message>
        <source>Authors by How Much They Say {term}</source>
        <translation>依誰說「{term}」較多排列作者</translation>
    </message>
    <message>
        <source>Terms by How Much All Say Them</source>
        <translation>依大家說得多少排列詞語</translation>
    </message>
    <message>
        <source>Terms by Name</source>
        <translation>依筆畫排列詞語</translation>
    </message>
    <message>
        <source>Authors by How Much They Say All Terms</source>
        <translation>依誰說這些詞較多排列作者</translation>
    </message>
    <message>
        <source>Authors by Name</source>
        <translation>依筆畫排列作者</translation>
    </message>
    <message>
        <source>As in the Thread Again</source>
        <translation>恢復原來的順序</translation>
    </message>
    <message>
        <source>Times, or per Thousand Characters</source>
        <translation>次數或每千字</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Without a name</source>
        <translation>沒有名字</translation>
    </message>
    <message>
        <source>The words of this thread could not be counted.</source>
        <translation>這則問答的詞語無法計算。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>No keyword is lit. Press L on a term of all answers to light it.</source>
        <translation>還沒有點亮關鍵字。在「全部回答」的詞語上按 L 就能點亮。</translation>
    </message>
    <message>
        <source>There are no terms here that tell anything.</source>
        <translation>這裡沒有說明什麼的詞語。</translation>
    </message>
    <message>
        <source>Times per thousand characters</source>
        <translation>每千字次數</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>Who says what: terms by authors</source>
        <translation>誰說什麼：詞語與作者</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Traditional &amp;Written as in</source>
        <translation>繁體寫法(&amp;W)</translation>
    </message>
    <message>
        <source>Simplified Written as &amp;in</source>
        <translation>簡體寫法(&amp;I)</translation>
    </message>
    <message>
        <source>This Threa&amp;d Is Written in</source>
        <translation>原文用字(&amp;D)</translation>
    </message>
    <message>
        <source>Dictio&amp;naries</source>
        <translation>詞典(&amp;N)</translation>
    </message>
    <message>
        <source>Dou&amp;btful Places</source>
        <translation>存疑之處(&amp;B)</translation>
    </message>
    <message>
        <source>Chan&amp;ges since the Last Reading</source>
        <translation>上次閱讀之後的變動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;My Words and Lists</source>
        <translation>我的詞與詞表(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Light a List</source>
        <translation>點亮一份詞表(&amp;L)</translation>
    </message>
    <message>
        <source>Several Passages and No&amp;tes</source>
        <translation>多段文字與重疊的批註(&amp;T)</translation>
    </message>
    <message>
        <source>Con&amp;cordance</source>
        <translation>語境索引(&amp;C)</translation>
    </message>
    <message>
        <source>The Same &amp;Person</source>
        <translation>同一個人(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keyboard to</source>
        <translation>鍵盤移到(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;My Words</source>
        <translation>我的詞(&amp;M)</translation>
    </message>
    <message>
        <source>Who &amp;Wrote This</source>
        <translation>這是誰寫的(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近開啟(&amp;R)</translation>
    </message>
    <message>
        <source>Open a &amp;Shipped Thread</source>
        <translation>開啟內附問答(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>編碼(&amp;E)</translation>
    </message>
    <message>
        <source>Authors in &amp;Order</source>
        <translation>作者的排列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Thread</source>
        <translation>問答(&amp;T)</translation>
    </message>
    <message>
        <source>Side &amp;by Side</source>
        <translation>並排對照(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Words across Authors</source>
        <translation>各家用詞(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>外觀(&amp;C)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>介面語言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>批註(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Beginning and End</source>
        <translation>開頭與結尾(&amp;B)</translation>
    </message>
    <message>
        <source>Notes without a &amp;Place</source>
        <translation>找不到原處的批註(&amp;P)</translation>
    </message>
    <message>
        <source>No&amp;tes in Two Versions</source>
        <translation>有兩個版本的批註(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Not in This Encoding</source>
        <translation>不是這種編碼</translation>
    </message>
    <message>
        <source>Its File Says Who Wrote</source>
        <translation>檔案自有作者資料</translation>
    </message>
    <message>
        <source>{count} in This Answer</source>
        <translation>本篇 {count} 處</translation>
    </message>
    <message>
        <source>None Yet</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>繁簡(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ModeSwitches</name>
    <message>
        <source>Whole Word</source>
        <translation>整詞</translation>
    </message>
    <message>
        <source>Only where it stands as a whole word</source>
        <translation>只找自成一詞的地方</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>A regular expression, as in Python; either script will do</source>
        <translation>正規表示式，寫法同 Python，不分繁簡</translation>
    </message>
    <message>
        <source>Same Meaning</source>
        <translation>同義</translation>
    </message>
    <message>
        <source>With all other words for the same thing: 特朗普 and 川普</source>
        <translation>連同指同一事物的其他詞一起找：特朗普、川普</translation>
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
        <translation>後接稱謂</translation>
    </message>
    <message>
        <source>surname and given name</source>
        <translation>姓與名</translation>
    </message>
    <message>
        <source>a foreign name</source>
        <translation>音譯名</translation>
    </message>
    <message>
        <source>a place</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>stands here several times</source>
        <translation>文中多次出現</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>由您加入</translation>
    </message>
    <message>
        <source>By Places</source>
        <translation>依次數</translation>
    </message>
    <message>
        <source>By Kind</source>
        <translation>依類別</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 處</numerusform>
        </translation>
    </message>
    <message>
        <source>no name, as you say</source>
        <translation>您說不是名字</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>由您選定</translation>
    </message>
</context>
<context>
    <name>NameView</name>
    <message>
        <source>Write it so in this thread</source>
        <translation>在這篇問答中如此書寫</translation>
    </message>
    <message>
        <source>Go to its next place</source>
        <translation>前往下一處</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>Names</source>
        <translation>人名與地名</translation>
    </message>
    <message>
        <source>Names of the thread</source>
        <translation>這篇問答的人名與地名</translation>
    </message>
    <message>
        <source>Use Baijia&apos;s Dictionaries</source>
        <translation>改用百家詞典</translation>
    </message>
    <message>
        <source>No Name</source>
        <translation>不是名字</translation>
    </message>
    <message>
        <source>As Found</source>
        <translation>依辨識結果</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add the Selection</source>
        <translation>加入選取文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>名字的一部分</translation>
    </message>
    <message numerus="yes">
        <source>%Ln said by you</source>
        <translation>
            <numerusform>%Ln 個由您決定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s)</source>
        <translation>
            <numerusform>%Ln 個名字</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for names…</source>
        <translation>正在尋找名字…</translation>
    </message>
    <message>
        <source>This thread is written in traditional script, where each name is written as its writer wrote it: there is nothing to choose.</source>
        <translation>這篇問答以繁體書寫，名字皆依作者所寫，無須選擇。</translation>
    </message>
    <message>
        <source>The dictionaries in use know nothing of names: only Baijia&apos;s write each as it is chosen here.</source>
        <translation>目前使用的詞典不辨識名字；只有百家詞典會依這裡的選擇書寫。</translation>
    </message>
    <message>
        <source>How names are written in traditional script. Click a form to have a name written so in this thread, or the name to go to its next place.</source>
        <translation>名字在繁體中的寫法。按一下寫法，這篇問答即如此書寫；按一下名字，前往它的下一處。</translation>
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
        <translation>刪除</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>寫下批註</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>標籤，以空格分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
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
        <translation>編輯批註</translation>
    </message>
    <message>
        <source>What can be done with the note</source>
        <translation>可對批註做的操作</translation>
    </message>
    <message>
        <source>Copy the Quote</source>
        <translation>複製引文</translation>
    </message>
    <message>
        <source>Copy the Original Quote</source>
        <translation>複製引文原文</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>The question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>In several versions: V shows the next</source>
        <translation>有幾個版本：按 V 看下一個</translation>
    </message>
    <message>
        <source>Was: {quote}</source>
        <translation>原為：{quote}</translation>
    </message>
    <message>
        <source>The text has changed since; the words were found again in another place</source>
        <translation>文字後來有更動；這些字在別處重新找到</translation>
    </message>
    <message numerus="yes">
        <source>%n possible place(s)</source>
        <translation>
            <numerusform>%n 個可能的位置</numerusform>
        </translation>
    </message>
    <message>
        <source>{places}: P shows the next, A attaches the note to it</source>
        <translation>{places}：按 P 看下一處，按 A 附上</translation>
    </message>
    <message>
        <source>Select the words it belongs to, then press A</source>
        <translation>選取所屬文字，再按 A</translation>
    </message>
    <message>
        <source>Place uncertain</source>
        <translation>位置待定</translation>
    </message>
    <message>
        <source>No longer in this text</source>
        <translation>文中已無</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Show all notes</source>
        <translation>顯示所有批註</translation>
    </message>
    <message>
        <source>Select a passage, then press H to highlight it or N to write a note.</source>
        <translation>選取一段文字，按 H 標示，按 N 寫批註。</translation>
    </message>
    <message>
        <source>{shown} of {count} shown</source>
        <translation>顯示 {shown} 則，共 {count} 則</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
    <message>
        <source>Not Now (Esc)</source>
        <translation>稍後再說（Esc）</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>關閉這則通知</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>稍後再說</translation>
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
        <translation>問題</translation>
    </message>
    <message>
        <source>Answer {number} of {total}</source>
        <translation>第 {number} 答，共 {total} 答</translation>
    </message>
    <message>
        <source>{page}, at the left</source>
        <translation>{page}，左邊</translation>
    </message>
    <message>
        <source>{page}, at the right</source>
        <translation>{page}，右邊</translation>
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
            <numerusform>約 %n 分鐘</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PairHead</name>
    <message>
        <source>What both pages speak of</source>
        <translation>兩邊共同的用詞</translation>
    </message>
    <message>
        <source>Put this row away: it is in the menu View, Side by Side</source>
        <translation>收起這一列；可從「檢視」選單的「並排」再打開</translation>
    </message>
    <message>
        <source>Put away what both speak of</source>
        <translation>收起共同的用詞</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>One answer, twice</source>
        <translation>兩邊是同一個回答</translation>
    </message>
    <message>
        <source>Only {name}:</source>
        <translation>只有{name}：</translation>
    </message>
    <message>
        <source>Both:</source>
        <translation>兩人都說：</translation>
    </message>
    <message>
        <source>No word in common</source>
        <translation>沒有共同的用詞</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>問題</translation>
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
        <translation>{term}：{first}說了 {times}，{second}說了 {more}</translation>
    </message>
    <message>
        <source>{term}: {name} says it {times}, and nobody else of the two</source>
        <translation>{term}：{name}說了 {times}，另一位沒有說</translation>
    </message>
</context>
<context>
    <name>PairTermButton</name>
    <message>
        <source>Click to put it out</source>
        <translation>按一下熄滅</translation>
    </message>
    <message>
        <source>Click to light it</source>
        <translation>按一下點亮</translation>
    </message>
    <message>
        <source>{words}, lit</source>
        <translation>{words}，已點亮</translation>
    </message>
</context>
<context>
    <name>PaneSplitter</name>
    <message>
        <source>Width of the two sides</source>
        <translation>兩邊的寬度</translation>
    </message>
    <message>
        <source>Drag to share out the width; double-click for two halves</source>
        <translation>拖曳可調整兩邊的寬度；按兩下則兩邊等寬</translation>
    </message>
</context>
<context>
    <name>PastedThreads</name>
    <message>
        <source>Pasted Threads</source>
        <translation>貼上的問答</translation>
    </message>
    <message>
        <source>Nothing yet: copy a thread in the browser, and press Ctrl+V on the page.</source>
        <translation>還沒有：在瀏覽器裡複製一篇問答，再到頁面上按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Pasted threads</source>
        <translation>貼上的問答</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
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
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>the file “{file}” or its folder “{folder}” may not be written</source>
        <translation>沒有權限寫入檔案「{file}」或其資料夾「{folder}」</translation>
    </message>
    <message>
        <source>the file “{file}” may not be read</source>
        <translation>沒有權限讀取檔案「{file}」</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>您的磁碟配額已用完</translation>
    </message>
    <message>
        <source>the file “{file}” is gone</source>
        <translation>檔案「{file}」已不在</translation>
    </message>
    <message>
        <source>the folder “{folder}” is gone</source>
        <translation>資料夾「{folder}」已不在</translation>
    </message>
    <message>
        <source>the file “{file}” is too large for this disk</source>
        <translation>檔案「{file}」太大，這個磁碟放不下</translation>
    </message>
    <message>
        <source>the disk failed while at the file “{file}”</source>
        <translation>磁碟在存取檔案「{file}」時出錯</translation>
    </message>
    <message>
        <source>another program is using the file “{file}”</source>
        <translation>另一個程式正在使用檔案「{file}」</translation>
    </message>
    <message>
        <source>the notes can&apos;t be brought into the file “{file}” without loss</source>
        <translation>寫入檔案「{file}」會遺失內容</translation>
    </message>
    <message>
        <source>the system says “{detail}” of the file “{file}”</source>
        <translation>系統回報檔案「{file}」：{detail}</translation>
    </message>
    <message>
        <source>this program made an error; its log says more</source>
        <translation>本程式出錯，詳見記錄檔</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Without a name</source>
        <translation>無名</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>This Is No Author&apos;s Name</source>
        <translation>這個名字不是作者名</translation>
    </message>
    <message>
        <source>Open Beside</source>
        <translation>在旁邊開啟</translation>
    </message>
</context>
<context>
    <name>SaveFormDialog</name>
    <message>
        <source>Save as</source>
        <translation>另存為</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>圖片 (*.png)</translation>
    </message>
    <message>
        <source>Picture of shapes and words, of any size (*.svg)</source>
        <translation>向量圖，可任意放大 (*.svg)</translation>
    </message>
    <message>
        <source>Markdown text, to quote from (*.md)</source>
        <translation>Markdown 文字，便於引用 (*.md)</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>表格，供試算表使用 (*.csv)</translation>
    </message>
</context>
<context>
    <name>SaveThreadDialog</name>
    <message>
        <source>Save the thread</source>
        <translation>儲存問答</translation>
    </message>
    <message>
        <source>Web page, for any browser (*.html)</source>
        <translation>網頁，任何瀏覽器都能開啟 (*.html)</translation>
    </message>
    <message>
        <source>Book, for reading devices (*.epub)</source>
        <translation>電子書，供閱讀器使用 (*.epub)</translation>
    </message>
    <message>
        <source>Markdown text (*.md)</source>
        <translation>Markdown 文字 (*.md)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>純文字 (*.txt)</translation>
    </message>
</context>
<context>
    <name>SavingHelp</name>
    <message>
        <source>How to Save Threads</source>
        <translation>如何儲存問答</translation>
    </message>
    <message>
        <source>In the browser, open the answers that you want to keep, save the page with Ctrl+S (or with the extension SingleFile, which keeps the pictures), and drop the file on this window.</source>
        <translation>在瀏覽器裡展開想留下的回答，按 Ctrl+S 儲存網頁（或用 SingleFile 擴充功能，可保留圖片），再把檔案拖到這個視窗。</translation>
    </message>
    <message>
        <source>Or select the question with its answers, copy them, and press Ctrl+V here: that makes a thread of its own, which you find again under File, Pasted Threads.</source>
        <translation>也可以選取問題和回答，複製後在這裡按 Ctrl+V：就成為一篇問答，之後可在「檔案」選單的「貼上的問答」裡找到。</translation>
    </message>
    <message>
        <source>What other programs saved opens as it is: Markdown, PTT posts, JSON, EPUB, logs of chats, and whole folders or zips of single answers, which become one thread again.</source>
        <translation>其他程式存下的可以直接開啟：Markdown、PTT 文章、JSON、EPUB、聊天紀錄，以及一檔一答的資料夾或 zip，會重新合成一篇。</translation>
    </message>
</context>
<context>
    <name>ScriptChoice</name>
    <message>
        <source>The script to correct</source>
        <translation>更正用於繁體或簡體</translation>
    </message>
</context>
<context>
    <name>ScriptSelector</name>
    <message>
        <source>Script</source>
        <translation>繁簡</translation>
    </message>
    <message>
        <source>You said that this text is written in traditional characters</source>
        <translation>原文為繁體字（由您指定）</translation>
    </message>
    <message>
        <source>You said that this text is written in simplified characters</source>
        <translation>原文為簡體字（由您指定）</translation>
    </message>
    <message>
        <source>This text has traditional and simplified characters, as detected</source>
        <translation>原文繁簡混用（自動偵測）</translation>
    </message>
    <message>
        <source>This text is written in traditional characters, as detected</source>
        <translation>原文為繁體字（自動偵測）</translation>
    </message>
    <message>
        <source>This text is written in simplified characters, as detected</source>
        <translation>原文為簡體字（自動偵測）</translation>
    </message>
    <message>
        <source>This text is written in</source>
        <translation>原文用字</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>詞典</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 則批註</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>找不到符合的結果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 處</numerusform>
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
        <translation>檢索</translation>
    </message>
    <message>
        <source>Search, in either script</source>
        <translation>檢索，不分繁簡</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的內容</translation>
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
        <translation>批註</translation>
    </message>
    <message>
        <source>Search in this answer</source>
        <translation>在本篇回答裡找</translation>
    </message>
    <message>
        <source>Search in the whole thread</source>
        <translation>在整篇問答裡找</translation>
    </message>
    <message>
        <source>Search in your notes, their tags and quotes</source>
        <translation>在批註、標籤和引文裡找</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>回原處</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>回到原來讀到的地方</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一處</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{name}” is not there any more: it was moved, renamed or deleted. Open it from where it is now.</source>
        <translation>這裡沒有「{name}」：可能已移動、改名或刪除，也可能打錯了名稱。</translation>
    </message>
    <message>
        <source>“{name}” may not be read by you. Ask its owner for the right to read it, or open a copy.</source>
        <translation>您沒有讀取「{name}」的權限。請向擁有者要求讀取權限，或開啟一份副本。</translation>
    </message>
    <message>
        <source>“{name}” could not be read. See whether its disk is connected, then open it again.</source>
        <translation>無法讀取「{name}」。請確認所在的磁碟已連接，再開啟一次。</translation>
    </message>
    <message>
        <source>“{name}” holds no text. Open another file.</source>
        <translation>「{name}」沒有文字。請開啟別的檔案。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Save the thread as plain text and open that.</source>
        <translation>「{name}」不是文字檔。請把問答另存為純文字檔再開啟。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 64 MiB, too large for one thread. Split it and open a part.</source>
        <translation>「{name}」超過 64 MiB，作為一篇問答太大了。請分成幾份，再開啟其中一份。</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is gone. They were brought back from their second copy.</source>
        <translation>「{name}」的批註檔不見了。批註已從備份副本取回。</translation>
    </message>
    <message>
        <source>The last save of the notes on “{name}” was cut short. They were completed from their second copy.</source>
        <translation>「{name}」的批註上次儲存時中斷。已從備份副本補全。</translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed in two places. Both were kept, brought together in one list.</source>
        <translation>「{name}」的批註在兩處都有更動。兩邊都已保留，合為一份。</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” is damaged and could not be copied. To lose nothing, no notes can be made until you have moved {file}</source>
        <translation>「{name}」的批註檔已損壞，且無法複製。為免遺失內容，請先移走這個檔案，才能再寫批註：{file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” may not be read, so none can be made. See to the rights of {file}</source>
        <translation>沒有讀取「{name}」批註的權限，所以也不能寫批註。請檢查檔案權限：{file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” were written by a newer version of this program. They can be read here, not changed.</source>
        <translation>「{name}」的批註由較新版本的百家寫成。在這裡可以閱讀，不能更改。</translation>
    </message>
    <message>
        <source>Some notes on “{name}” are of a kind this version can&apos;t show. They are kept as they are, in {file}</source>
        <translation>「{name}」有些批註屬於此版本無法顯示的類型。已原樣保留：{file}</translation>
    </message>
    <message>
        <source>The notes on this thread can be read but not changed, because their file can&apos;t be written to.</source>
        <translation>這篇問答的批註可以閱讀，不能更改，因為批註檔無法寫入。</translation>
    </message>
    <message>
        <source>{count} notes were given another colour.</source>
        <translation>已改 {count} 則批註的顏色。</translation>
    </message>
    <message>
        <source>{count} notes were given the tag {tag}.</source>
        <translation>已為 {count} 則批註新增標籤 {tag}。</translation>
    </message>
    <message>
        <source>The tag {tag} was taken from {count} notes.</source>
        <translation>已從 {count} 則批註移除標籤 {tag}。</translation>
    </message>
    <message>
        <source>The passage was added to the note on “{quote}”.</source>
        <translation>此段已加入「{quote}」的批註。</translation>
    </message>
    <message>
        <source>“{name}” has been changed by another program.</source>
        <translation>「{name}」已被其他程式修改。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are as they were at {time}, when the last backup was made: neither of their two files can be used. The backup is {file}</source>
        <translation>「{name}」的批註已還原到 {time} 的備份：兩份批註檔都不能用。備份檔：{file}</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read in this encoding. Choose another.</source>
        <translation>無法以這種編碼讀取「{name}」。請另選一種。</translation>
    </message>
    <message>
        <source>“{name}” holds more than 10,000 files. Open the folder in it that has the threads.</source>
        <translation>「{name}」裡有超過一萬個檔案。請開啟其中存放問答的資料夾。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Unpack it first, then open the folder.</source>
        <translation>「{name}」設有密碼。請先解壓縮，再開啟資料夾。</translation>
    </message>
    <message>
        <source>“{name}” is protected against copying (DRM). Only its seller&apos;s own program can open it.</source>
        <translation>「{name}」有防複製保護（DRM），只能用販售者的程式開啟。</translation>
    </message>
    <message>
        <source>“{name}” holds no file that can be opened as a thread. Open another.</source>
        <translation>「{name}」裡沒有能開啟的問答。請開啟其他檔案。</translation>
    </message>
    <message>
        <source>“{name}” holds several threads. Choose one of them.</source>
        <translation>「{name}」裡有好幾篇問答，請選擇其中一篇。</translation>
    </message>
    <message>
        <source>“{name}” is JSON in which no thread was found, or it is cut short. Save the page itself, and open that.</source>
        <translation>「{name}」是 JSON 資料，但裡面找不到問答，或者檔案不完整。請改存網頁本身，再開啟。</translation>
    </message>
    <message>
        <source>“{name}” was made by an office program. Save it there as plain text or as a web page, and open that.</source>
        <translation>「{name}」是文書處理或試算表的檔案。請在原程式裡另存成純文字或網頁，再開啟。</translation>
    </message>
    <message>
        <source>“{name}” is a PDF. Save the web page that it was made of, or copy its text into a text file, and open that.</source>
        <translation>「{name}」是 PDF。請儲存它原來的網頁，或把文字複製到文字檔，再開啟。</translation>
    </message>
    <message>
        <source>“{name}” is a database of another program. Export the chat or the thread there as text, and open that.</source>
        <translation>「{name}」是別的程式的資料庫。請在那個程式裡把聊天記錄或問答匯出成文字，再開啟。</translation>
    </message>
    <message>
        <source>“{name}” is a picture: its words can&apos;t be read. Save the thread as text or as a web page, and open that.</source>
        <translation>「{name}」是圖片，裡面的字讀不出來。請把問答存成文字或網頁，再開啟。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are here, read from the other of their two files. This one is larger than the program writes any; it is kept unchanged as {file}</source>
        <translation>「{name}」的批註都在，已從另一份檔案讀回。過大的那份已原樣保留為 {file}</translation>
    </message>
    <message>
        <source>The notes on “{name}” are here, read from the other of their two files. The damaged one is kept as {file}</source>
        <translation>「{name}」的批註都在，已從另一份檔案讀回。損壞的那份保留為 {file}</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}.</source>
        <translation>您上次在 {time} 讀過。回答：新增 {new} 則。</translation>
    </message>
    <message>
        <source>You last read this on {time}. Answers edited: {edited}.</source>
        <translation>您上次在 {time} 讀過。回答：改過 {edited} 則。</translation>
    </message>
    <message>
        <source>You last read this on {time}. Answers gone: {gone}.</source>
        <translation>您上次在 {time} 讀過。回答：消失 {gone} 則。</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}; edited: {edited}.</source>
        <translation>您上次在 {time} 讀過。回答：新增 {new} 則，改過 {edited} 則。</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}; gone: {gone}.</source>
        <translation>您上次在 {time} 讀過。回答：新增 {new} 則，消失 {gone} 則。</translation>
    </message>
    <message>
        <source>You last read this on {time}. Answers edited: {edited}; gone: {gone}.</source>
        <translation>您上次在 {time} 讀過。回答：改過 {edited} 則，消失 {gone} 則。</translation>
    </message>
    <message>
        <source>You last read this on {time}. New answers: {new}; edited: {edited}; gone: {gone}.</source>
        <translation>您上次在 {time} 讀過。回答：新增 {new} 則，改過 {edited} 則，消失 {gone} 則。</translation>
    </message>
    <message>
        <source>Compared with “{name}”. New answers: {new}; edited: {edited}; gone: {gone}.</source>
        <translation>與「{name}」比對。回答：新增 {new} 則，改過 {edited} 則，消失 {gone} 則。</translation>
    </message>
    <message>
        <source>Every answer says the same in “{name}”.</source>
        <translation>每則回答都和「{name}」裡說的一樣。</translation>
    </message>
    <message>
        <source>The earlier save is not kept any more.</source>
        <translation>較早的存檔已經沒有保留了。</translation>
    </message>
    <message>
        <source>This is an earlier save: its notes can be read here, and written in the newer one.</source>
        <translation>這是較早的存檔：這裡的批註只能讀，要寫請到較新的存檔。</translation>
    </message>
    <message>
        <source>This is the earlier save that you read on {time}: {name}’s answer is gone from the newer one. Notes can be read here, not written.</source>
        <translation>這是您 {time} 讀過的存檔：「{name}」的回答在較新的存檔裡已經不在了。這裡的批註只能讀，不能寫。</translation>
    </message>
    <message>
        <source>This is an example. Drop a saved page or a folder here, or copy a thread and press Ctrl+V.</source>
        <translation>這是一篇範例。把存下的網頁或資料夾拖到這裡，或複製一篇問答後按 Ctrl+V。</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy a question with its answers in the browser first.</source>
        <translation>剪貼簿裡沒有文字。請先在瀏覽器裡複製一個問題和它的回答。</translation>
    </message>
    <message>
        <source>What was pasted could not be kept: {reason}.</source>
        <translation>貼上的內容無法存下：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” could not be renamed: {reason}.</source>
        <translation>「{name}」未能改名：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” could not be deleted: {reason}.</source>
        <translation>「{name}」未能刪除：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” was moved to the bin.</source>
        <translation>「{name}」已移到垃圾桶。</translation>
    </message>
    <message>
        <source>“{line}” is taken for an author&apos;s name.</source>
        <translation>已把「{line}」當作作者名。</translation>
    </message>
    <message>
        <source>“{line}” is not taken for an author&apos;s name any more. It belongs to the answer above.</source>
        <translation>「{line}」不再當作作者名，已併入上面的回答。</translation>
    </message>
    <message>
        <source>“{line}” is too long for an author&apos;s name, which has {most} characters at most.</source>
        <translation>「{line}」太長，不能當作作者名：最多 {most} 個字。</translation>
    </message>
    <message>
        <source>“{line}” is the last line: nothing stands below it that its author could have written.</source>
        <translation>「{line}」是最後一行，下面沒有內容，不能當作作者名。</translation>
    </message>
    <message>
        <source>“{name}” is written {form} in this thread.</source>
        <translation>「{name}」在這篇問答中寫作{form}。</translation>
    </message>
    <message>
        <source>“{name}” is taken for no name in this thread any more.</source>
        <translation>這篇問答不再把「{name}」當作名字。</translation>
    </message>
    <message>
        <source>“{name}” is written as the thread shows again.</source>
        <translation>「{name}」的寫法恢復依這篇問答判斷。</translation>
    </message>
    <message>
        <source>Select a name to add it: two to {most} characters on one line, without blanks around.</source>
        <translation>請選取要加入的名字：同一行的兩個到 {most} 個字，前後不含空白。</translation>
    </message>
    <message>
        <source>Corrected here: {correction}.</source>
        <translation>已更正此處：{correction}。</translation>
    </message>
    <message>
        <source>Corrected everywhere: {correction}.</source>
        <translation>已更正各處：{correction}。</translation>
    </message>
    <message>
        <source>No correction shows “{words}” here without changing other words. Select more and press C.</source>
        <translation>沒有更正能在此顯示「{words}」而不改動其他文字。請多選幾個字再按 C。</translation>
    </message>
    <message>
        <source>No doubtful place is left in this thread.</source>
        <translation>這篇問答已無存疑之處。</translation>
    </message>
    <message>
        <source>Places are doubtful only where simplified text is shown in traditional script: nothing is chosen elsewhere.</source>
        <translation>只有以繁體顯示簡體文字時才有存疑之處；其他情況無須選字。</translation>
    </message>
    <message>
        <source>This thread is written in traditional script: whoever wrote it chose each character.</source>
        <translation>這篇問答以繁體書寫，每個字皆由作者選定。</translation>
    </message>
    <message>
        <source>Reading “{name}” …</source>
        <translation>正在讀取「{name}」……</translation>
    </message>
    <message>
        <source>The file with the notes on “{name}” can&apos;t be used, and no notes were found in a second copy or a backup. It is kept unchanged as {file}</source>
        <translation>「{name}」的批註檔不能用，第二份與備份中也沒有批註。檔案已原樣保留為 {file}</translation>
    </message>
    <message>
        <source>The note was deleted.</source>
        <translation>批註已刪除。</translation>
    </message>
    <message>
        <source>{count} notes were deleted.</source>
        <translation>已刪除 {count} 則批註。</translation>
    </message>
    <message>
        <source>The passage was taken out of its note.</source>
        <translation>此段已移出批註。</translation>
    </message>
    <message>
        <source>Only this version was kept.</source>
        <translation>只留下了這個版本。</translation>
    </message>
    <message>
        <source>The versions are separate notes now.</source>
        <translation>現在是各自獨立的批註了。</translation>
    </message>
    <message>
        <source>Characters of “{name}” that could not be read: {count}. They are shown as �; if it all looks wrong, choose another encoding.</source>
        <translation>「{name}」有 {count} 個字元讀不出來，以 � 代替。如果整篇看起來都不對，請改選其他編碼。</translation>
    </message>
    <message>
        <source>Files in “{name}” that could not be read: {count}.</source>
        <translation>「{name}」裡有 {count} 個檔案讀不出來，已略過。</translation>
    </message>
    <message>
        <source>Files in “{name}” that are larger than 64 MiB and were passed over: {count}.</source>
        <translation>「{name}」裡有 {count} 個檔案超過 64 MiB，已略過。</translation>
    </message>
    <message>
        <source>Files in “{name}” that are no threads, as PDF or office files, and were passed over: {count}.</source>
        <translation>「{name}」裡有 {count} 個檔案不是問答（如 PDF、Office 檔），已略過。</translation>
    </message>
    <message>
        <source>Files in “{name}” that were passed over: {count}. Not to be read: {unreadable}; larger than 64 MiB: {large}; no threads: {others}.</source>
        <translation>「{name}」裡略過了 {count} 個檔案：讀不出來 {unreadable} 個，超過 64 MiB {large} 個，不是問答 {others} 個。</translation>
    </message>
    <message>
        <source>“{name}” has changed. All your notes were found again.</source>
        <translation>「{name}」有更動。所有批註都已找回原處。</translation>
    </message>
    <message>
        <source>“{name}” has changed. Notes found again: {found}; to confirm: {unsure}; no longer in the text: {lost}.</source>
        <translation>「{name}」有更動。批註已找回 {found} 則，位置待定 {unsure} 則，文中已無 {lost} 則。</translation>
    </message>
    <message>
        <source>“{name}” has changed. Notes found again: {found}; to confirm: {unsure}.</source>
        <translation>「{name}」有更動。批註已找回 {found} 則，位置待定 {unsure} 則。</translation>
    </message>
    <message>
        <source>“{name}” has changed. Notes found again: {found}; no longer in the text: {lost}.</source>
        <translation>「{name}」有更動。批註已找回 {found} 則，文中已無 {lost} 則。</translation>
    </message>
    <message>
        <source>This is much like “{other}”, which has notes ({count}). Is it the same thread? You get a copy of them.</source>
        <translation>這一篇與「{other}」很像，後者有批註（{count} 則）。是同一篇嗎？批註會複製一份過來。</translation>
    </message>
    <message>
        <source>Notes copied from “{other}”: {count}. What you change in them here changes nothing there.</source>
        <translation>已從「{other}」複製批註 {count} 則；在這裡怎麼改，那邊都不會動。</translation>
    </message>
    <message>
        <source>Notes copied from “{other}”: {count}, of which {unplaced} have no certain place here. What you change in them here changes nothing there.</source>
        <translation>已從「{other}」複製批註 {count} 則，其中 {unplaced} 則在這裡位置未定；在這裡怎麼改，那邊都不會動。</translation>
    </message>
    <message>
        <source>This has changed much since you made notes on it ({count}). Is it the same thread?</source>
        <translation>自您批註（{count} 則）以來，這一篇改動很大。還是同一篇嗎？</translation>
    </message>
    <message>
        <source>There is another file of notes on this text ({count}). Is it the same thread?</source>
        <translation>這篇另有一份批註（{count} 則）。是同一篇嗎？</translation>
    </message>
    <message>
        <source>This is much like “{other}”, in which you have said of lines whether they are authors&apos; names ({count}). Is it the same thread? Then that holds here too.</source>
        <translation>這一篇與「{other}」很像，您在那裡指定過哪些行是作者名（{count} 行）。是同一篇嗎？若是，這裡也照樣。</translation>
    </message>
    <message>
        <source>What you have said of lines in “{other}” holds here too now: {count}.</source>
        <translation>在「{other}」指定的作者名已用到這一篇：{count} 行。</translation>
    </message>
    <message>
        <source>This has changed much since you said of lines in it whether they are authors&apos; names ({count}). Is it the same thread?</source>
        <translation>自您指定哪些行是作者名（{count} 行）以來，這一篇改動很大。還是同一篇嗎？</translation>
    </message>
    <message>
        <source>There is another file about this text, which says of lines whether they are authors&apos; names ({count}). Is it the same thread?</source>
        <translation>這篇另有一個檔案，指定了哪些行是作者名（{count} 行）。是同一篇嗎？</translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed elsewhere. What was changed is here now.</source>
        <translation>「{name}」的批註在別處有更動，現已併入。</translation>
    </message>
    <message>
        <source>The notes on “{name}” were changed elsewhere. What was changed is here now; notes in several versions: {count}.</source>
        <translation>「{name}」的批註在別處有更動，已併入；有 {count} 則並存幾個版本。</translation>
    </message>
    <message>
        <source>The notes on “{name}” go on in the file beside it, since other machines may use it. Other threads&apos; are kept in the data folder.</source>
        <translation>「{name}」的批註仍存於原文旁的檔案，因為其他電腦可能在用；其他文章的批註則存於本程式的資料夾。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are kept in the data folder, because its own folder can&apos;t be written to.</source>
        <translation>「{name}」所在的資料夾無法寫入，批註存於本程式的資料夾。</translation>
    </message>
    <message>
        <source>The notes on “{name}” are kept in the data folder, because the file beside it has those on another thread.</source>
        <translation>「{name}」旁的檔案是另一篇的批註，這一篇的批註存於本程式的資料夾。</translation>
    </message>
    <message>
        <source>Your notes could not be saved: {reason}. They are kept here and tried again every few seconds.</source>
        <translation>未能儲存批註：{reason}。批註仍保留在此，每隔幾秒會再試一次。</translation>
    </message>
    <message>
        <source>Your notes are saved, but only in one of their two copies: {reason}. The other is tried again every few seconds.</source>
        <translation>批註已存下，但兩份副本只寫成一份：{reason}。另一份每隔幾秒會再試。</translation>
    </message>
    <message>
        <source>Your notes are not saved yet. They are kept here and tried again every few seconds.</source>
        <translation>批註尚未儲存。批註仍保留在此，每隔幾秒會再試一次。</translation>
    </message>
    <message>
        <source>Your notes are saved again.</source>
        <translation>批註已恢復儲存。</translation>
    </message>
    <message>
        <source>No link is here, and the file doesn’t say where this stands on the web.</source>
        <translation>這裡沒有連結，檔案也沒有說這段話在網路上的位置。</translation>
    </message>
    <message>
        <source>“{term}” is nowhere in this thread.</source>
        <translation>這篇問答裡沒有「{term}」。</translation>
    </message>
    <message>
        <source>“{term}” has no line left: all {count} lights are lit. Put out one of them first.</source>
        <translation>「{term}」沒有線可用了：{count} 盞燈全亮著，請先熄掉一盞。</translation>
    </message>
    <message>
        <source>The keywords could not be found. Reading and notes go on; you can add keywords yourself.</source>
        <translation>未能找出關鍵字。閱讀和批註不受影響；您也可以自行加關鍵字。</translation>
    </message>
    <message>
        <source>The dictionaries of the conversion are missing or damaged. Install the app anew to flip the script.</source>
        <translation>繁簡轉換的詞典缺失或損壞。請重新安裝本程式，才能切換繁簡。</translation>
    </message>
    <message>
        <source>This script could not be made ready. Try again; reading and notes go on.</source>
        <translation>無法備妥這種字形，請再試一次。閱讀和批註不受影響。</translation>
    </message>
    <message>
        <source>No file manager answered. The file is at {file}</source>
        <translation>檔案管理員沒有回應。檔案位置：{file}</translation>
    </message>
    <message>
        <source>That is not a file on this computer. Save it first, then drop the file.</source>
        <translation>那不是這部電腦上的檔案。請先存檔，再把檔案拖進來。</translation>
    </message>
    <message>
        <source>Took back a step on the note on “{quote}”.</source>
        <translation>已復原「{quote}」批註的一步。</translation>
    </message>
    <message>
        <source>Made a step on the note on “{quote}” again.</source>
        <translation>已重做「{quote}」批註的一步。</translation>
    </message>
    <message>
        <source>Took back what was written in the note on “{quote}”.</source>
        <translation>已復原「{quote}」批註中寫下的文字。</translation>
    </message>
    <message>
        <source>Wrote again what had been taken back in the note on “{quote}”.</source>
        <translation>已重新寫回「{quote}」批註中的文字。</translation>
    </message>
    <message>
        <source>Took back the tags of the note on “{quote}”.</source>
        <translation>已復原「{quote}」批註的標籤。</translation>
    </message>
    <message>
        <source>The tags of the note on “{quote}” are there again.</source>
        <translation>「{quote}」批註的標籤又回來了。</translation>
    </message>
    <message>
        <source>Took back a step on {count} notes.</source>
        <translation>已復原 {count} 則批註的一步。</translation>
    </message>
    <message>
        <source>Made a step on {count} notes again.</source>
        <translation>已重做 {count} 則批註的一步。</translation>
    </message>
    <message>
        <source>Took back {count} notes that were copied here. Where they come from, they stay.</source>
        <translation>已撤回複製過來的批註 {count} 則；原來那一篇的仍在。</translation>
    </message>
    <message>
        <source>Copied {count} notes here again.</source>
        <translation>已重新複製批註 {count} 則過來。</translation>
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
        <translation>已取回刪除的更正：{correction}。</translation>
    </message>
    <message>
        <source>Deleted the correction {correction} again.</source>
        <translation>已再次刪除更正：{correction}。</translation>
    </message>
    <message>
        <source>Took back that the similar thread is another one.</source>
        <translation>已復原：相似篇章不再視為另一篇。</translation>
    </message>
    <message>
        <source>The similar thread is another one again.</source>
        <translation>相似篇章再次視為另一篇。</translation>
    </message>
    <message>
        <source>Took back what you said of the line “{line}”: whether it is an author&apos;s name.</source>
        <translation>已復原您對「{line}」這一行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>What you said of the line “{line}” holds again: whether it is an author&apos;s name.</source>
        <translation>已重做您對「{line}」這一行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>Took back a step on {count} lines: whether they are authors&apos; names.</source>
        <translation>已復原您對 {count} 行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>Made a step on {count} lines again: whether they are authors&apos; names.</source>
        <translation>已重做您對 {count} 行是不是作者名的指定。</translation>
    </message>
    <message>
        <source>Took back what you said of the name “{name}”.</source>
        <translation>已復原您對名字「{name}」的決定。</translation>
    </message>
    <message>
        <source>What you said of the name “{name}” holds again.</source>
        <translation>您對名字「{name}」的決定再次生效。</translation>
    </message>
    <message>
        <source>Took back what you said of {count} names.</source>
        <translation>已復原您對 {count} 個名字的決定。</translation>
    </message>
    <message>
        <source>What you said of {count} names holds again.</source>
        <translation>您對 {count} 個名字的決定再次生效。</translation>
    </message>
    <message>
        <source>Took back that these words are one: {words}</source>
        <translation>已復原同義詞：{words}</translation>
    </message>
    <message>
        <source>These words are as you had them again: {words}</source>
        <translation>已重做同義詞：{words}</translation>
    </message>
    <message>
        <source>“{words}” is no word of yours any more.</source>
        <translation>「{words}」不再是您的自訂詞。</translation>
    </message>
    <message>
        <source>“{words}” is kept together again.</source>
        <translation>「{words}」又是一個詞了。</translation>
    </message>
    <message>
        <source>“{words}” can be a keyword again.</source>
        <translation>「{words}」又可以當關鍵詞了。</translation>
    </message>
    <message>
        <source>“{words}” is no keyword again.</source>
        <translation>「{words}」又不當關鍵詞了。</translation>
    </message>
    <message>
        <source>Took back a step on the word list “{words}”.</source>
        <translation>已復原詞表「{words}」的一步。</translation>
    </message>
    <message>
        <source>Made a step on the word list “{words}” again.</source>
        <translation>已重做詞表「{words}」的一步。</translation>
    </message>
    <message>
        <source>Took back your choice of what this thread is written in.</source>
        <translation>已復原您對原文用字的選擇。</translation>
    </message>
    <message>
        <source>Your choice of what this thread is written in holds again.</source>
        <translation>您對原文用字的選擇再次生效。</translation>
    </message>
    <message>
        <source>The thread was saved as “{name}”. In plain text, comments are paragraphs of the answer, and pictures are left out; a web page, EPUB or Markdown keeps both.</source>
        <translation>問答已儲存為「{name}」。純文字裡的評論會變成回答的段落，圖片不在其中；存成網頁、EPUB 或 Markdown 則都保留。</translation>
    </message>
    <message>
        <source>The thread was saved as “{name}”.</source>
        <translation>問答已儲存為「{name}」。</translation>
    </message>
    <message>
        <source>“{name}” was saved.</source>
        <translation>已儲存「{name}」。</translation>
    </message>
    <message>
        <source>The file could not be saved: {reason}. Try another folder; nothing was changed here.</source>
        <translation>無法儲存檔案：{reason}。請換一個資料夾試試；這裡的內容沒有變動。</translation>
    </message>
    <message>
        <source>The thread could not be saved: {reason}.</source>
        <translation>無法儲存問答：{reason}。</translation>
    </message>
    <message>
        <source>The lines were saved as “{name}”.</source>
        <translation>各行已儲存為「{name}」。</translation>
    </message>
    <message>
        <source>The lines could not be saved: {reason}.</source>
        <translation>各行無法儲存：{reason}。</translation>
    </message>
    <message>
        <source>There are no notes on this thread to export yet.</source>
        <translation>這篇還沒有批註可以匯出。</translation>
    </message>
    <message>
        <source>The notes were exported to “{name}”.</source>
        <translation>批註已匯出到「{name}」。</translation>
    </message>
    <message>
        <source>The notes could not be exported: {reason}. Try another folder; nothing was changed here.</source>
        <translation>無法匯出批註：{reason}。請換一個資料夾；這裡沒有任何更動。</translation>
    </message>
    <message>
        <source>The notes from “{name}” are here.</source>
        <translation>「{name}」的批註已匯入。</translation>
    </message>
    <message>
        <source>“{name}” holds nothing that is not here already.</source>
        <translation>「{name}」裡的批註這裡都已有了。</translation>
    </message>
    <message>
        <source>“{name}” could not be read: {reason}.</source>
        <translation>無法讀取「{name}」：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 64 MiB, too large for a file of notes.</source>
        <translation>「{name}」超過 64 MiB，不會是批註檔。</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or not a file of notes. Export it again from where it came from.</source>
        <translation>「{name}」已損壞，或不是批註檔。請從原來的程式重新匯出。</translation>
    </message>
    <message>
        <source>“{name}” holds no notes. Notes come from this app, Hypothesis, or as W3C Web Annotations.</source>
        <translation>「{name}」裡沒有批註。可匯入的是本程式、Hypothesis 或 W3C Web Annotation 的批註。</translation>
    </message>
    <message>
        <source>“{name}” only says where its notes are. Download those and import them.</source>
        <translation>「{name}」只寫了批註在何處。請下載那些批註再匯入。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read back: tables and Markdown are for people and other programs. Import the web page, JSON or Web Annotations instead.</source>
        <translation>「{name}」無法匯回：表格與 Markdown 只供閱讀或其他程式使用。請改為匯入網頁、JSON 或 Web Annotations。</translation>
    </message>
    <message>
        <source>“{name}” holds no notes on passages of a text.</source>
        <translation>「{name}」裡沒有針對文句的批註。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新載入</translation>
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
        <translation>沿用批註</translation>
    </message>
    <message>
        <source>Show the File</source>
        <translation>顯示檔案</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Add a Keyword</source>
        <translation>加關鍵字</translation>
    </message>
    <message>
        <source>Put Out All</source>
        <translation>全部熄掉</translation>
    </message>
    <message>
        <source>Export Again…</source>
        <translation>重新匯出…</translation>
    </message>
    <message>
        <source>Import Another…</source>
        <translation>匯入其他檔案…</translation>
    </message>
    <message>
        <source>Show Traditional</source>
        <translation>顯示繁體</translation>
    </message>
    <message>
        <source>Corrections…</source>
        <translation>轉換更正…</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation>編碼…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save Again…</source>
        <translation>重新儲存…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save the Lines Again…</source>
        <translation>重新儲存各行…</translation>
    </message>
    <message>
        <source>Another Thread</source>
        <translation>不是同一篇</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: no arrow parts the words in the text from yours.</source>
        <translation>更正檔第 {line} 行略過：原文和更正之間沒有箭頭。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: there are no words before the arrow.</source>
        <translation>更正檔第 {line} 行略過：箭頭前面沒有字。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: there are no words after the arrow.</source>
        <translation>更正檔第 {line} 行略過：箭頭後面沒有字。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: it is longer than a correction can be.</source>
        <translation>更正檔第 {line} 行略過：字詞太長。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: a tab or a control character is among the words.</source>
        <translation>更正檔第 {line} 行略過：字詞中有 Tab 或控制字元。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: what stands last is neither 繁 nor 简.</source>
        <translation>更正檔第 {line} 行略過：最後寫的不是「繁」，也不是「简」。</translation>
    </message>
    <message>
        <source>Line {line} of your corrections is left out: line {later} says otherwise for the same words.</source>
        <translation>更正檔第 {line} 行略過：同樣的字詞以第 {later} 行為準。</translation>
    </message>
    <message>
        <source>Your corrections are not in use: their file is larger than 1 MB. Shorten {file}</source>
        <translation>更正未能使用：檔案超過 1 MB。請縮短 {file}</translation>
    </message>
    <message>
        <source>Your corrections are not in use: their file is not in UTF-8. Save it anew as UTF-8: {file}</source>
        <translation>更正未能使用：檔案不是 UTF-8 編碼。請另存為 UTF-8：{file}</translation>
    </message>
    <message>
        <source>Your corrections are not in use: their file can&apos;t be read. See to the rights of {file}</source>
        <translation>更正未能使用：檔案無法讀取。請檢查權限：{file}</translation>
    </message>
    <message>
        <source>Your corrections are not in use: in the place of their file is something else. Move away {file}</source>
        <translation>更正未能使用：該放更正檔的地方不是檔案。請移走：{file}</translation>
    </message>
    <message>
        <source>{count} lines of your corrections are left out, the first is line {line}.</source>
        <translation>更正檔有 {count} 行略過，第一處在第 {line} 行。</translation>
    </message>
    <message>
        <source>Nothing was changed: your file of corrections says otherwise about “{correction}” by now.</source>
        <translation>未作變動：更正檔中關於「{correction}」的內容已經改過了。</translation>
    </message>
    <message>
        <source>There is no room for one more correction: their file may have 1 MB at most. Shorten {file}</source>
        <translation>無法再加更正：檔案最大 1 MB。請縮短 {file}</translation>
    </message>
    <message>
        <source>The correction was not made, for it could not be saved: {reason}.</source>
        <translation>更正未生效，因為無法儲存：{reason}。</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>全部顯示</translation>
    </message>
    <message>
        <source>How to Save Threads</source>
        <translation>如何儲存問答</translation>
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
        <translation>標為已看過</translation>
    </message>
    <message>
        <source>Back to the Newer Save</source>
        <translation>回到較新的存檔</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: it has only one word, or the same one twice.</source>
        <translation>{name} 第 {line} 行略過：只有一個詞，或同一個詞寫了兩次。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: a word there has fewer than two characters.</source>
        <translation>{name} 第 {line} 行略過：有詞不到兩個字。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: a word there has more than 60 characters.</source>
        <translation>{name} 第 {line} 行略過：有詞超過 60 個字。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: a tab or a control character is among the words.</source>
        <translation>{name} 第 {line} 行略過：詞裡有定位字元或控制字元。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: what stands behind ≠ has none of the words in it and more.</source>
        <translation>{name} 第 {line} 行略過：≠ 之後要是包含其中一詞的更長的詞。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: the list has no name.</source>
        <translation>{name} 第 {line} 行略過：詞表沒有名稱。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is left out: no name of a list in brackets stands above it.</source>
        <translation>{name} 第 {line} 行略過：上方沒有方括號裡的詞表名稱。</translation>
    </message>
    <message>
        <source>{name} is not in use: it is larger than 1 MB. Shorten {file}</source>
        <translation>{name} 沒有採用：超過 1 MB，請縮短 {file}</translation>
    </message>
    <message>
        <source>{name} is not in use: it has more than {most} lines. Shorten {file}</source>
        <translation>{name} 沒有採用：超過 {most} 行，請縮短 {file}</translation>
    </message>
    <message>
        <source>{name} is not in use: it is not in UTF-8. Save it anew as UTF-8: {file}</source>
        <translation>{name} 沒有採用：不是 UTF-8，請另存為 UTF-8：{file}</translation>
    </message>
    <message>
        <source>{name} is not in use: it can&apos;t be read. See to the rights of {file}</source>
        <translation>{name} 沒有採用：讀不到，請檢查權限：{file}</translation>
    </message>
    <message>
        <source>{name} is not in use: in its place is something else. Move away {file}</source>
        <translation>{name} 沒有採用：那裡是別的東西，請移開 {file}</translation>
    </message>
    <message>
        <source>{count} lines of {name} are left out, the first is line {line}.</source>
        <translation>{name} 有 {count} 行略過，第一處是第 {line} 行。</translation>
    </message>
    <message>
        <source>Nothing was changed: {name} says otherwise by now.</source>
        <translation>沒有更動：{name} 現在已另有內容。</translation>
    </message>
    <message>
        <source>There is no room for more: 1 MB is the most. Shorten {file}</source>
        <translation>放不下了：最多 1 MB，請縮短 {file}</translation>
    </message>
    <message>
        <source>There is no room for more: {name} can have {most} lines. Shorten {file}</source>
        <translation>放不下了：{name} 最多 {most} 行，請縮短 {file}</translation>
    </message>
    <message>
        <source>Nothing was changed, for {name} could not be saved: {reason}.</source>
        <translation>沒有更動，因為 {name} 存不了：{reason}。</translation>
    </message>
    <message>
        <source>“{term}” and “{other}” are one from now on, in every thread.</source>
        <translation>「{term}」和「{other}」從此當成同一個詞，每篇問答都是。</translation>
    </message>
    <message>
        <source>“{term}” and “{other}” are one already.</source>
        <translation>「{term}」和「{other}」本來就是同一個詞。</translation>
    </message>
    <message>
        <source>“{term}” and “{other}” can&apos;t be made one: each needs 2 to 60 characters, without “=”.</source>
        <translation>「{term}」和「{other}」不能合併：各要 2 到 60 個字，不能有「=」。</translation>
    </message>
    <message>
        <source>These words are each by itself again: {words}</source>
        <translation>這些詞又各是各的了：{words}</translation>
    </message>
    <message>
        <source>“{term}” is one word from now on, in every thread.</source>
        <translation>「{term}」從此是一個詞，每篇問答都是。</translation>
    </message>
    <message>
        <source>“{term}” is never shown as a keyword from now on.</source>
        <translation>「{term}」從此不當關鍵詞。</translation>
    </message>
    <message>
        <source>“{term}” can&apos;t be a word of yours: it needs 2 to 60 characters on one line.</source>
        <translation>「{term}」不能當自訂詞：要 2 到 60 個字，寫在一行裡。</translation>
    </message>
    <message>
        <source>The word list “{list}” is saved.</source>
        <translation>詞表「{list}」已儲存。</translation>
    </message>
    <message>
        <source>The word list is called “{list}” now.</source>
        <translation>詞表改名為「{list}」。</translation>
    </message>
    <message>
        <source>The word list “{list}” is deleted.</source>
        <translation>詞表「{list}」已刪除。</translation>
    </message>
    <message>
        <source>“{list}” can&apos;t be the name of a word list: it is empty, too long, has brackets, or is taken.</source>
        <translation>「{list}」不能當詞表名稱：空白、太長、有方括號，或已有同名的。</translation>
    </message>
    <message>
        <source>Only what {name} says is in ink, {count} answers and comments, and their name. Esc shows all.</source>
        <translation>只有{name}說的是墨色，共 {count} 則，名字被提到的地方也是。按 Esc 恢復。</translation>
    </message>
    <message>
        <source>Lit {lit} of {count} words of “{list}”; the others are not here.</source>
        <translation>「{list}」的 {count} 個詞點亮了 {lit} 個，其餘這裡沒有。</translation>
    </message>
    <message>
        <source>No word of “{list}” is in this thread.</source>
        <translation>這篇問答裡沒有「{list}」的詞。</translation>
    </message>
    <message>
        <source>Lit {lit} words of “{list}”. There are no more lines: {count} lights are the most.</source>
        <translation>點亮了「{list}」的 {lit} 個詞。線用完了：最多 {count} 盞燈。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Notes</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用詞</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>檢索</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>The question and its authors</source>
        <translation>問題與各位作者</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Open a thread, or drop a file on this window.</source>
        <translation>開啟一篇問答，或把檔案拖到這個視窗。</translation>
    </message>
    <message>
        <source>An earlier save</source>
        <translation>較早的存檔</translation>
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
            <numerusform>%Ln 則回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln 則評論</numerusform>
        </translation>
    </message>
    <message>
        <source>What can be done with the author</source>
        <translation>對這位作者可以做的事</translation>
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
            <numerusform>%Ln 則批註</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SortHeads</name>
    <message>
        <source>Sort the lines; in them, the left and right arrows do</source>
        <translation>排列各行；在各行裡也可以按左右鍵</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Sort by author</source>
        <translation>依作者排列</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前文</translation>
    </message>
    <message>
        <source>Sort by what stands before</source>
        <translation>依前文排列</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Sort by place in the thread</source>
        <translation>依在問答中的位置排列</translation>
    </message>
    <message>
        <source>After</source>
        <translation>後文</translation>
    </message>
    <message>
        <source>Sort by what stands after</source>
        <translation>依後文排列</translation>
    </message>
</context>
<context>
    <name>SpokenNames</name>
    <message>
        <source>Scroll bar: {what}</source>
        <translation>捲軸：{what}</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有列</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>更多選單</translation>
    </message>
    <message>
        <source>Width of the authors</source>
        <translation>作者欄寬度</translation>
    </message>
    <message>
        <source>Width of the panel</source>
        <translation>側欄寬度</translation>
    </message>
    <message>
        <source>Height of what is below</source>
        <translation>下欄高度</translation>
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
        <translation>都沒有</translation>
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
        <translation>新增標籤</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>標籤，以空格分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message numerus="yes">
        <source>Tags to add to %n note(s):</source>
        <translation>
            <numerusform>為 %n 則批註新增標籤：</numerusform>
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
        <translation>可以對這個詞做的事</translation>
    </message>
    <message>
        <source>Put Out This Light</source>
        <translation>熄滅這個詞</translation>
    </message>
    <message>
        <source>Light This Term</source>
        <translation>點亮這個詞</translation>
    </message>
    <message>
        <source>Go to Its Next Place</source>
        <translation>前往下一處</translation>
    </message>
    <message>
        <source>List Its Places</source>
        <translation>列出每一處</translation>
    </message>
    <message>
        <source>Never Show This Word</source>
        <translation>不再顯示這個詞</translation>
    </message>
    <message>
        <source>Merge With</source>
        <translation>合併為同一詞</translation>
    </message>
    <message>
        <source>Another Word…</source>
        <translation>另一個詞…</translation>
    </message>
    <message>
        <source>Take Apart: {words}</source>
        <translation>拆開：{words}</translation>
    </message>
</context>
<context>
    <name>TermModel</name>
    <message>
        <source>What it is about</source>
        <translation>談的是什麼</translation>
    </message>
    <message>
        <source>What sets this author apart</source>
        <translation>這位作者與眾不同的用詞</translation>
    </message>
    <message>
        <source>May set this author apart (few uses)</source>
        <translation>也許與眾不同（次數少）</translation>
    </message>
    <message>
        <source>Words that this answer has often and Chinese texts in general seldom.</source>
        <translation>本篇回答裡常見、而一般中文裡少見的詞。</translation>
    </message>
    <message>
        <source>Words that this author has more often than all others together, by more than chance would have it (log-likelihood G², p &lt; 0.05).</source>
        <translation>這位作者用得比其他人合起來更多的詞，而且不只是偶然（對數似然 G²，p &lt; 0.05）。</translation>
    </message>
    <message>
        <source>Words that this author has more often than the others; a few uses prove nothing.</source>
        <translation>這位作者用得比其他人多的詞；但只有幾次，還不能證明什麼。</translation>
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
        <translation>本篇沒有</translation>
    </message>
    <message>
        <source>{share} times in a thousand characters of this author</source>
        <translation>這位作者每千字 {share} 次</translation>
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
        <translation>見於 {all} 則回答中的 {some} 則</translation>
    </message>
    <message>
        <source>lit</source>
        <translation>已點亮</translation>
    </message>
    <message>
        <source>{term} stands in no answer</source>
        <translation>沒有回答用到「{term}」</translation>
    </message>
    <message numerus="yes">
        <source>{term} stands %Ln time(s) in {some} of {all} answers</source>
        <translation>
            <numerusform>「{term}」共 %Ln 次，見於 {all} 則回答中的 {some} 則</numerusform>
        </translation>
    </message>
    <message>
        <source>No other author uses it</source>
        <translation>其他作者都沒有用</translation>
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
        <translation>次數太少，也可能是偶然（G² = {score}）</translation>
    </message>
</context>
<context>
    <name>ThreadChooser</name>
    <message>
        <source>Choose a Thread</source>
        <translation>選擇問答</translation>
    </message>
    <message numerus="yes">
        <source>There are %n thread(s) here:</source>
        <translation>
            <numerusform>這裡有 %n 篇問答：</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of the question</source>
        <translation>問題的一部分</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>問答</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 個回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comment(s)</source>
        <translation>
            <numerusform>%Ln 則評論</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UntagDialog</name>
    <message>
        <source>Remove a Tag</source>
        <translation>移除標籤</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message numerus="yes">
        <source>Tag to remove from %n note(s):</source>
        <translation>
            <numerusform>從 %n 則批註移除標籤：</numerusform>
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
        <translation>問答 (*.txt *.md *.text *.html *.htm *.mhtml *.mht *.epub *.json *.zip);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Open a thread</source>
        <translation>開啟問答</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Compare with another save</source>
        <translation>與另一份存檔比對</translation>
    </message>
    <message>
        <source>Name of the list of these words: {words}</source>
        <translation>這些詞的詞表名稱：{words}</translation>
    </message>
    <message>
        <source>Save a Word List</source>
        <translation>儲存詞表</translation>
    </message>
    <message>
        <source>New name of the word list “{name}”:</source>
        <translation>詞表「{name}」的新名稱：</translation>
    </message>
    <message>
        <source>Rename a Word List</source>
        <translation>重新命名詞表</translation>
    </message>
    <message>
        <source>Which word is one with “{word}”?</source>
        <translation>哪個詞和「{word}」是同一個詞？</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>合併為同一詞…</translation>
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
        <translation>用詞</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩陣</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>誰的用詞</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>詞</translation>
    </message>
    <message>
        <source>Enter lights a term, Space goes to its next place, I lists all its places</source>
        <translation>按 Enter 點亮，按空白鍵前往下一處，按 I 列出每一處</translation>
    </message>
    <message>
        <source>Filter terms</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>排列順序</translation>
    </message>
    <message>
        <source>Open a thread to see which words its authors use.</source>
        <translation>開啟一篇問答，就能看到各位作者用了哪些詞。</translation>
    </message>
    <message>
        <source>Counting the words of all authors…</source>
        <translation>正在統計所有作者的用詞…</translation>
    </message>
    <message>
        <source>The words of this thread could not be counted.</source>
        <translation>這篇問答的用詞無法統計。</translation>
    </message>
    <message>
        <source>No word is lit. Select one on the page and press L, or click the ring before a term.</source>
        <translation>沒有點亮的詞。在頁面上選取一個詞後按 L，或點一下詞前面的圓圈。</translation>
    </message>
    <message>
        <source>No term holds these words. Press Esc to see all again.</source>
        <translation>沒有符合的詞。按 Esc 恢復全部。</translation>
    </message>
    <message>
        <source>There are too few words here to tell which matter.</source>
        <translation>這裡字數太少，看不出哪些詞重要。</translation>
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
        <translation>已點亮</translation>
    </message>
    <message>
        <source>Most telling first</source>
        <translation>最能說明內容的在前</translation>
    </message>
    <message>
        <source>Most frequent first</source>
        <translation>次數最多的在前</translation>
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
