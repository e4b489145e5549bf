// Written for this case: what Assembly-CSharp.dll is compiled from, by mcs against a stub of UnityEngine.
using UnityEngine;

public class FriendFinder : MonoBehaviour
{
    void Start()
    {
        var activity = new AndroidJavaClass("com.unity3d.player.UnityPlayer").GetStatic<AndroidJavaObject>("currentActivity");
        var uri = new AndroidJavaClass("android.provider.ContactsContract$CommonDataKinds$Phone").GetStatic<AndroidJavaObject>("CONTENT_URI");
        var resolver = activity.Call<AndroidJavaObject>("getContentResolver");
        var cursor = resolver.Call<AndroidJavaObject>("query", uri, null, null, null, null);
        while (cursor.Call<bool>("moveToNext")) { cursor.Call<string>("getString", 1); }
    }
}
