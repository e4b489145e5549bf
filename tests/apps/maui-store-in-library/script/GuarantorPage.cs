// Written for this case: what the app's assembly is compiled from, by mcs against a stub of the library of MAUI.
using System.Threading.Tasks;
using Microsoft.Maui.ApplicationModel.Communication;

public class GuarantorPage
{
    public string Name { get; set; }

    public async Task OnPickClicked()
    {
        var chosen = await Contacts.Default.PickContactAsync();
        if (chosen != null) { Name = chosen.DisplayName; }
    }
}
